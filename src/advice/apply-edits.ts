import type { MenuOption, NodeOfKind, Script, ScriptNode } from '../script/script.ts';
import type { Prompt } from '../script/values.ts';
import { isSameValue } from '../source/same-value.ts';
import type { Path } from '../source/tree.ts';
import type { ScriptEdit, TextChange } from './script-edit.ts';

type Fields = Readonly<Record<string, unknown>>;
type Nodes = Readonly<Record<string, ScriptNode>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const without = <Value>(
  fields: Readonly<Record<string, Value>>,
  name: string,
): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(fields).filter(([field]) => field !== name));

/** A copy with the value at a path changed; nothing where the path leaves it or the change doesn't fit. */
function changedAt(value: unknown, path: Path, change: (there: unknown) => unknown): unknown {
  const around: Fields[] = [];
  let here = value;
  for (const step of path) {
    if (!isFields(here) || !Object.hasOwn(here, step)) return undefined;
    around.push(here);
    here = here[step];
  }
  let changed = change(here);
  for (let depth = path.length - 1; depth >= 0 && changed !== undefined; depth -= 1) {
    const [holder, step] = [around[depth], path[depth]];
    if (Array.isArray(holder) && typeof step === 'number') changed = holder.with(step, changed);
    else changed = { ...holder, [step ?? '']: changed };
  }
  return changed;
}

/** A prompt with other words; nothing where it doesn't say what it should. */
export function promptWith(
  prompt: unknown,
  { language, before, after }: TextChange,
): Prompt | undefined {
  if (!isFields(prompt)) return undefined;
  const { text } = prompt as Prompt;
  if (language === undefined) return text === before ? { ...prompt, text: after } : undefined;
  if (typeof text !== 'object' || !Object.hasOwn(text, language)) return undefined;
  return text[language] === before
    ? { ...prompt, text: { ...text, [language]: after } }
    : undefined;
}

/** A map with a field set or left out, where it holds what is expected of it. */
function fieldsWith(
  there: unknown,
  { field, before, after }: ScriptEdit & { readonly edit: 'field' },
): Fields | undefined {
  if (!isFields(there) || Array.isArray(there)) return undefined;
  const present = Object.hasOwn(there, field) ? there[field] : undefined;
  if (!isSameValue(present, before)) return undefined;
  return after === undefined ? without(there, field) : { ...there, [field]: after };
}

/** A copy of a script with the options of a menu changed; nothing where that doesn't fit. */
function withOptions(
  script: Script,
  id: string,
  change: (options: readonly MenuOption[]) => readonly MenuOption[] | undefined,
): Script | undefined {
  const nodes: Nodes = script.nodes;
  const menu = Object.hasOwn(nodes, id) ? nodes[id] : undefined;
  if (menu?.kind !== 'menu') return undefined;
  const options = change(menu.options);
  if (options === undefined) return undefined;
  const changed: NodeOfKind<'menu'> = { ...menu, options };
  return { ...script, nodes: { ...nodes, [id]: changed } };
}

const inserted =
  (place: number, option: MenuOption) =>
  (options: readonly MenuOption[]): readonly MenuOption[] | undefined =>
    place < 0 || place > options.length ? undefined : options.toSpliced(place, 0, option);

const removed =
  (place: number, key: string | undefined) =>
  (options: readonly MenuOption[]): readonly MenuOption[] | undefined => {
    const option = options[place];
    return option === undefined || option.key !== key ? undefined : options.toSpliced(place, 1);
  };

const ordered =
  (order: readonly number[]) =>
  (options: readonly MenuOption[]): readonly MenuOption[] | undefined => {
    const places = order.flatMap((place) => options[place] ?? []);
    const isWhole = new Set(order).size === options.length && order.length === options.length;
    return isWhole && places.length === options.length ? places : undefined;
  };

function withNode(
  script: Script,
  { id, node, behind }: ScriptEdit & { readonly edit: 'add-node' },
): Script | undefined {
  const nodes: Nodes = script.nodes;
  if (Object.hasOwn(nodes, id) || !Object.hasOwn(nodes, behind)) return undefined;
  const entries = Object.entries(nodes).flatMap((entry) =>
    entry[0] === behind ? [entry, [id, node] as const] : [entry],
  );
  return { ...script, nodes: Object.fromEntries(entries) };
}

/** The script after one change; nothing where the change was made for another version of it. */
export function applyEdit(script: Script, edit: ScriptEdit): Script | undefined {
  const nodes: Nodes = script.nodes;
  switch (edit.edit) {
    case 'text':
      return changedAt(script, edit.path, (prompt) => promptWith(prompt, edit)) as
        Script | undefined;
    case 'field':
      return changedAt(script, edit.at, (there) => fieldsWith(there, edit)) as Script | undefined;
    case 'insert-option':
      return withOptions(script, edit.node, inserted(edit.place, edit.option));
    case 'remove-option':
      return withOptions(script, edit.node, removed(edit.place, edit.key));
    case 'reorder-options':
      return withOptions(script, edit.node, ordered(edit.order));
    case 'move-option': {
      const menu = Object.hasOwn(nodes, edit.node) ? nodes[edit.node] : undefined;
      const option = menu?.kind === 'menu' ? menu.options[edit.place] : undefined;
      const without = withOptions(script, edit.node, removed(edit.place, edit.key));
      if (option === undefined || without === undefined) return undefined;
      return withOptions(without, edit.to.node, inserted(edit.to.place, option));
    }
    case 'add-node':
      return withNode(script, edit);
    case 'remove-node': {
      if (!Object.hasOwn(nodes, edit.id)) return undefined;
      return { ...script, nodes: without(nodes, edit.id) };
    }
  }
}

/** The nodes that an edit changes; nothing where it changes which nodes there are. */
function nodesOfEdit(edit: ScriptEdit): readonly string[] | undefined {
  switch (edit.edit) {
    case 'text':
    case 'field': {
      const [part, id] = edit.edit === 'text' ? edit.path : edit.at;
      if (part !== 'nodes') return [];
      return typeof id === 'string' ? [id] : undefined;
    }
    case 'insert-option':
    case 'remove-option':
    case 'reorder-options':
      return [edit.node];
    case 'move-option':
      return [edit.node, edit.to.node];
    case 'add-node':
    case 'remove-node':
      return undefined;
  }
}

function applyInTurn(script: Script, edits: readonly ScriptEdit[]): Script | undefined {
  let changed: Script | undefined = script;
  for (const edit of edits) {
    if (changed === undefined) return undefined;
    changed = applyEdit(changed, edit);
  }
  return changed;
}

/**
 * The script after changes, one after the other; nothing where one doesn't fit. Changes within nodes are
 * made to those nodes alone, so that a large script is copied once and not for each of them.
 */
export function applyEdits(script: Script, edits: readonly ScriptEdit[]): Script | undefined {
  const touched = new Set<string>();
  for (const edit of edits) {
    const own = nodesOfEdit(edit);
    if (own === undefined) return applyInTurn(script, edits);
    for (const id of own) touched.add(id);
  }
  const nodes: Nodes = script.nodes;
  const few = [...touched].flatMap((id) => {
    const node = Object.hasOwn(nodes, id) ? nodes[id] : undefined;
    return node === undefined ? [] : [[id, node] as const];
  });
  const changed = applyInTurn({ ...script, nodes: Object.fromEntries(few) }, edits);
  return changed === undefined ? undefined : { ...changed, nodes: { ...nodes, ...changed.nodes } };
}
