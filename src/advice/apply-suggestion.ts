import { IvrError } from '../source/ivr-error.ts';
import type { NodeId } from '../script/names.ts';
import type { MenuOption, NodeOfKind, Script, ScriptNode } from '../script/script.ts';
import type { Prompt } from '../script/values.ts';
import type { Demand } from './demand.ts';
import type { ReorderChange, Suggestion, TextChange } from './suggestion.ts';

/** The parts of a suggestion that say what changes where. */
export type Applicable = Pick<Suggestion, 'kind' | 'node' | 'change'>;

function stale(node: string): IvrError {
  return new IvrError('cannot-edit', `The suggestion for "${node}" doesn't fit this script.`, {
    help: 'It was made for another version: run "ivr suggest" on the script as it is now.',
  });
}

function promptWith(prompt: Prompt | undefined, change: TextChange): Prompt | undefined {
  const { text } = prompt ?? {};
  const { language, before, after } = change;
  if (language === undefined) return text === before ? { ...prompt, text: after } : undefined;
  if (typeof text !== 'object' || text[language] !== before) return undefined;
  return { ...prompt, text: { ...text, [language]: after } };
}

/** Puts a text into a copy of a node, or nothing where the path or the old text isn't there. */
function nodeWithText(node: ScriptNode, change: TextChange): ScriptNode | undefined {
  const [field, position] = change.path.slice(2);
  if (field === 'say' && 'say' in node) {
    const say = promptWith(node.say, change);
    return say === undefined ? undefined : ({ ...node, say } as ScriptNode);
  }
  if (node.kind !== 'menu') return undefined;
  if (field === 'options' && typeof position === 'number') {
    const say = promptWith(node.options[position]?.say, change);
    const options = node.options.map((option, index): MenuOption =>
      index === position ? ({ ...option, say } as MenuOption) : option,
    );
    return say === undefined ? undefined : { ...node, options };
  }
  if (field === 'noInput' || field === 'noMatch') {
    const say = promptWith(node[field]?.say, change);
    return say === undefined ? undefined : { ...node, [field]: { ...node[field], say } };
  }
  return undefined;
}

function reordered(
  node: NodeOfKind<'menu'>,
  { order, moves }: ReorderChange,
): NodeOfKind<'menu'> | undefined {
  const places = new Set(order);
  if (places.size !== node.options.length || order.length !== node.options.length) return undefined;
  if (moves.some(({ option, from }) => node.options[option]?.key !== from.key)) return undefined;
  const keys = new Map(moves.map(({ option, to }) => [option, to.key]));
  const options: MenuOption[] = [];
  for (const position of order) {
    const option = node.options[position];
    if (option === undefined) return undefined;
    const key = keys.get(position);
    options.push(key === undefined ? option : { ...option, key });
  }
  return { ...node, options };
}

/** The nodes that a suggestion changes, as they are to be. Throws `cannot-edit` where it doesn't fit. */
export function changedNodes(
  script: Script,
  { node: id, change }: Applicable,
): ReadonlyMap<NodeId, ScriptNode> {
  const changed = new Map<NodeId, ScriptNode>();
  const nodes: Readonly<Record<string, ScriptNode>> = script.nodes;
  const current = (name: NodeId) =>
    changed.get(name) ?? (Object.hasOwn(nodes, name) ? nodes[name] : undefined);
  for (const text of change.texts) {
    const name = text.path[1] as NodeId;
    const node = current(name);
    const next = node === undefined ? undefined : nodeWithText(node, text);
    if (next === undefined) throw stale(id);
    changed.set(name, next);
  }
  const menu = current(id);
  const next = menu?.kind === 'menu' ? reordered(menu, change) : undefined;
  if (next === undefined) throw stale(id);
  return changed.set(id, next);
}

/**
 * The script with suggestions followed, in their order; the given script stays as it is. Throws
 * `cannot-edit` where a suggestion was made for another version of the script.
 */
export function applySuggestions(script: Script, suggestions: readonly Applicable[]): Script {
  const nodes = { ...script.nodes };
  const next: Script = { ...script, nodes };
  for (const suggestion of suggestions) {
    for (const [id, node] of changedNodes(next, suggestion)) nodes[id] = node;
  }
  return next;
}

/** The same callers at the changed script: choices go along with their options. */
export function demandAfter(demand: Demand, suggestions: readonly Applicable[]): Demand {
  const nodes = new Map(demand.nodes);
  for (const { node, change } of suggestions) {
    const wanted = nodes.get(node);
    if (wanted === undefined) continue;
    const choices = change.order.map((position) => wanted.choices[position] ?? 0);
    nodes.set(node, { ...wanted, choices });
  }
  return { ...demand, nodes };
}
