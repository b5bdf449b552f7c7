import type { Field, Tree } from '../../source/tree.ts';
import { below, fieldsOf, itemsOf, scalarBelow, textBelow } from '../tree-values.ts';
import type { Action } from './action.ts';
import type { ExportFolder, ThingKind } from './export-folder.ts';
import { made } from './legacy-values.ts';
import { hasExpression, isDynamic, referenceOf } from './references.ts';

/** Something that a flow refers to, and whether the files around it tell of it. */
export interface FlowReference {
  readonly action: Action;
  readonly kind: ThingKind;
  /** As the flow writes it. */
  readonly expression: string;
  readonly at: Tree;
  /** What people call it, from the other files or from the flow itself. */
  readonly name: string | undefined;
  readonly isFound: boolean;
}

interface ReferringParameter {
  readonly parameter: string;
  readonly kind: ThingKind;
  /** The fields of the metadata in which older exports keep its name. */
  readonly shown: readonly string[];
}

const parameters: readonly ReferringParameter[] = [
  { parameter: 'QueueId', kind: 'queue', shown: ['queue'] },
  { parameter: 'HoursOfOperationId', kind: 'hours', shown: ['Hours'] },
  { parameter: 'ContactFlowId', kind: 'flow', shown: ['ContactFlow', 'contactFlow'] },
  { parameter: 'FlowModuleId', kind: 'module', shown: ['contactFlowModule', 'ContactFlow'] },
  { parameter: 'PromptId', kind: 'prompt', shown: [] },
];

interface Written {
  /** The way to it in the parameters. */
  readonly path: readonly (string | number)[];
  readonly kind: ThingKind;
  readonly value: Tree;
  readonly name: string | undefined;
}

function writtenIn(action: Action): readonly Written[] {
  const single: Written[] = [];
  for (const { parameter, kind, shown } of parameters) {
    const value = scalarBelow(action.parameters, parameter);
    if (value === undefined) continue;
    const name = referenceOf(action, parameter, ...shown)?.name;
    single.push({ path: [parameter], kind, value, name });
  }
  const hooks = fieldsOf(below(action.parameters, 'EventHooks')).map(
    ({ name, value }): Written => ({
      path: ['EventHooks', name],
      kind: 'flow',
      value,
      name: textBelow(action.metadata, 'parameters', 'EventHooks', name, 'displayName'),
    }),
  );
  const messages = itemsOf(below(action.parameters, 'Messages')).flatMap(
    (message, index): readonly Written[] => {
      const value = scalarBelow(message, 'PromptId');
      return value === undefined
        ? []
        : [{ path: ['Messages', index, 'PromptId'], kind: 'prompt', value, name: undefined }];
    },
  );
  return single.concat(hooks, messages);
}

/** Adds the name that the console would show, where an export keeps it. */
function withDisplay(
  display: Tree | undefined,
  [step, ...rest]: Written['path'],
  name: Tree,
): Tree {
  if (step === undefined) return made.map([['displayName', name]], name);
  if (typeof step === 'number') {
    const items = [...itemsOf(display)];
    while (items.length <= step) items.push(made.map([], name));
    items[step] = withDisplay(items[step], rest, name);
    return made.list(items, name);
  }
  const others: readonly Field[] = fieldsOf(display).filter((field) => field.name !== step);
  const own = withDisplay(below(display, step), rest, name);
  return made.map([...others.map((one) => [one.name, one.value] as const), [step, own]], name);
}

/** An action with the names of what it refers to, as the other files of the export have them. */
function named(action: Action, found: readonly (Written & { readonly real: string })[]): Action {
  if (found.length === 0) return action;
  const { metadata } = action;
  const at = action.parameters ?? made.text('', action.at as Tree);
  const display = found.reduce<Tree | undefined>(
    (before, { path, real, value }) => withDisplay(before, path, made.text(real, value)),
    below(metadata, 'parameters'),
  );
  const isPrompt = found.some(({ path: [first] }) => first === 'PromptId');
  const others = fieldsOf(metadata).filter(
    ({ name }) => name !== 'parameters' && !(isPrompt && name === 'promptName'),
  );
  return {
    ...action,
    metadata: made.map(
      [...others.map(({ name, value }) => [name, value] as const), ['parameters', display]],
      metadata ?? at,
    ),
  };
}

const referring = new Set([
  ...parameters.map(({ parameter }) => parameter),
  'EventHooks',
  'Messages',
]);

const refersToSomething = ({ parameters: written }: Action): boolean =>
  fieldsOf(written).some(({ name }) => referring.has(name));

/**
 * Finds what the actions of a flow refer to in the other files of its export: names become those of
 * today, and ids get one. What only the running flow knows is no reference.
 */
export function resolveReferences(
  actions: readonly Action[],
  folder: ExportFolder,
): { readonly actions: readonly Action[]; readonly references: readonly FlowReference[] } {
  const references: FlowReference[] = [];
  const resolved = actions.map((action) => {
    if (!refersToSomething(action)) return action;
    const found: (Written & { readonly real: string })[] = [];
    for (const written of writtenIn(action)) {
      if (written.value.kind !== 'scalar') continue;
      const expression = String(written.value.value ?? '');
      if (expression === '' || isDynamic(expression)) continue;
      const real = folder.nameOf(written.kind, expression);
      if (real !== undefined) found.push({ ...written, real });
      const shown =
        written.name === undefined || hasExpression(written.name) ? undefined : written.name;
      references.push({
        action,
        kind: written.kind,
        expression,
        at: written.value,
        name: real ?? shown,
        isFound: real !== undefined,
      });
    }
    return named(action, found);
  });
  return { actions: resolved, references };
}
