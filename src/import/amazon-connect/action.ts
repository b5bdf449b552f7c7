import type { Extent, Tree } from '../../source/tree.ts';
import { fieldOf } from '../../source/tree.ts';
import { below, itemsOf, textBelow } from '../tree-values.ts';

/** A way from one action to another, as the flow writes it; an empty target leads nowhere. */
export interface Link {
  readonly target: string;
  readonly at: Extent;
}

/** A way that is taken when the result of the action compares so with the operand. */
export interface Condition {
  readonly operator: string;
  readonly operand: string;
  /** Where the operand is written. */
  readonly at: Extent;
  readonly link: Link;
}

/** A way that is taken when this goes wrong. */
export interface ErrorBranch {
  readonly type: string;
  /** Where the type is written. */
  readonly at: Extent;
  readonly link: Link;
}

/** One step of a flow. */
export interface Action {
  /** Its position in `Actions`. */
  readonly index: number;
  readonly id: string;
  readonly type: string;
  /** Where its name is written, or all of it where it has none. */
  readonly at: Extent;
  readonly parameters: Tree | undefined;
  /** What the console knows of it beyond what runs: positions, and names of what ARNs stand for. */
  readonly metadata: Tree | undefined;
  readonly next: Link | undefined;
  readonly conditions: readonly Condition[];
  readonly errors: readonly ErrorBranch[];
}

function linkIn(tree: Tree | undefined): Link | undefined {
  const next = fieldOf(tree, 'NextAction')?.value;
  if (next?.kind !== 'scalar') return undefined;
  return { target: next.value === null ? '' : String(next.value), at: next };
}

/** A condition without a way is none; one with several operands is one for each. */
function conditionsIn(transitions: Tree | undefined): readonly Condition[] {
  return itemsOf(below(transitions, 'Conditions')).flatMap((entry): readonly Condition[] => {
    const link = linkIn(entry);
    const condition = below(entry, 'Condition');
    const operator = textBelow(condition, 'Operator') ?? 'Equals';
    if (link === undefined) return [];
    const operands = itemsOf(below(condition, 'Operands')).filter((tree) => tree.kind === 'scalar');
    if (operands.length === 0) return [{ operator, operand: '', at: entry, link }];
    return operands.map((operand) => ({
      operator,
      operand: operand.value === null ? '' : String(operand.value),
      at: operand,
      link,
    }));
  });
}

function errorsIn(transitions: Tree | undefined): readonly ErrorBranch[] {
  return itemsOf(below(transitions, 'Errors')).flatMap((entry): readonly ErrorBranch[] => {
    const link = linkIn(entry);
    const type = below(entry, 'ErrorType');
    if (link === undefined) return [];
    return [{ type: textBelow(entry, 'ErrorType') ?? 'NoMatchingError', at: type ?? entry, link }];
  });
}

/** The actions of a flow, in their order. What is no object can be no action and is left to the caller. */
export function actionsIn(body: Tree): readonly Action[] {
  const metadata = below(body, 'Metadata', 'ActionMetadata');
  return itemsOf(below(body, 'Actions')).flatMap((tree, index): readonly Action[] => {
    if (tree.kind !== 'map') return [];
    const id = textBelow(tree, 'Identifier') ?? '';
    const transitions = below(tree, 'Transitions');
    return [
      {
        index,
        id,
        type: textBelow(tree, 'Type') ?? '(no type)',
        at: below(tree, 'Identifier') ?? tree,
        parameters: below(tree, 'Parameters'),
        metadata: below(metadata, id),
        next: linkIn(transitions),
        conditions: conditionsIn(transitions),
        errors: errorsIn(transitions),
      },
    ];
  });
}

/** All ways out of an action. */
export function linksOf(action: Action): readonly Link[] {
  return [
    ...(action.next === undefined ? [] : [action.next]),
    ...action.conditions.map((condition) => condition.link),
    ...action.errors.map((error) => error.link),
  ];
}

/** The ways that these errors take. */
export function errorsOf(action: Action, ...types: readonly string[]): readonly ErrorBranch[] {
  return action.errors.filter((error) => types.includes(error.type));
}

/** The ways of all errors but these. */
export function otherErrorsOf(action: Action, ...types: readonly string[]): readonly ErrorBranch[] {
  return action.errors.filter((error) => !types.includes(error.type));
}
