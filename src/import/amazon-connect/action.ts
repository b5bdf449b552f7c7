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
  /** Its position in `Actions`, which no other action of the flow has. */
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
  const conditions: Condition[] = [];
  for (const entry of itemsOf(below(transitions, 'Conditions'))) {
    const link = linkIn(entry);
    if (link === undefined) continue;
    const condition = below(entry, 'Condition');
    const operator = textBelow(condition, 'Operator') ?? 'Equals';
    const before = conditions.length;
    for (const operand of itemsOf(below(condition, 'Operands'))) {
      if (operand.kind !== 'scalar') continue;
      const written = operand.value === null ? '' : String(operand.value);
      conditions.push({ operator, operand: written, at: operand, link });
    }
    if (conditions.length === before) conditions.push({ operator, operand: '', at: entry, link });
  }
  return conditions;
}

function errorsIn(transitions: Tree | undefined): readonly ErrorBranch[] {
  const errors: ErrorBranch[] = [];
  for (const entry of itemsOf(below(transitions, 'Errors'))) {
    const link = linkIn(entry);
    if (link === undefined) continue;
    const type = textBelow(entry, 'ErrorType') ?? 'NoMatchingError';
    errors.push({ type, at: below(entry, 'ErrorType') ?? entry, link });
  }
  return errors;
}

/** The actions of a flow, in their order. What is no object can be no action and is left to the caller. */
export function actionsIn(body: Tree): readonly Action[] {
  const metadata = below(body, 'Metadata', 'ActionMetadata');
  const actions: Action[] = [];
  for (const [index, tree] of itemsOf(below(body, 'Actions')).entries()) {
    if (tree.kind !== 'map') continue;
    const id = textBelow(tree, 'Identifier') ?? '';
    const transitions = below(tree, 'Transitions');
    actions.push({
      index,
      id,
      type: textBelow(tree, 'Type') ?? '(no type)',
      at: below(tree, 'Identifier') ?? tree,
      parameters: below(tree, 'Parameters'),
      metadata: below(metadata, id),
      next: linkIn(transitions),
      conditions: conditionsIn(transitions),
      errors: errorsIn(transitions),
    });
  }
  return actions;
}

/** All ways out of an action. */
export function linksOf(action: Action): readonly Link[] {
  const links: Link[] = [];
  if (action.next !== undefined) links.push(action.next);
  for (const { link } of action.conditions) links.push(link);
  for (const { link } of action.errors) links.push(link);
  return links;
}

/** The way that this error takes: the first that is written for it. */
export function errorOf(action: Action, wanted: string): ErrorBranch | undefined {
  return action.errors.find(({ type }) => type === wanted);
}

/** The ways that these errors take. */
export function errorsOf(action: Action, ...types: readonly string[]): readonly ErrorBranch[] {
  return action.errors.filter((error) => types.includes(error.type));
}

/** The ways of all errors but these. */
export function otherErrorsOf(action: Action, ...types: readonly string[]): readonly ErrorBranch[] {
  return action.errors.filter((error) => !types.includes(error.type));
}
