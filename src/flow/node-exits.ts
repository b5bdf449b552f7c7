import type { Path } from '../source/tree.ts';
import type { NodeId } from '../script/names.ts';
import type { MenuOption, NodeOfKind, Script, ScriptNode } from '../script/script.ts';
import type { NodeKind, Trigger } from '../script/vocabulary.ts';

/** A way out of a node as the script writes it; without a target the author left it empty. */
export interface Exit {
  readonly trigger: Trigger;
  readonly from: NodeId;
  /** The key, the intent or the case that takes this exit. */
  readonly value: string | undefined;
  readonly to: NodeId | undefined;
  /** The way to the target in the script. */
  readonly path: Path;
  /** The position of the option, for exits of a menu. */
  readonly option: number | undefined;
  /** `repeat` stays at the node; `back` returns to the menu before. */
  readonly does: 'repeat' | 'back' | undefined;
}

/** An exit that is still being made: the flow puts a node's own id in the place of its equal text. */
export interface NewExit extends Omit<Exit, 'to'> {
  to: Exit['to'];
}

/** The way to one of the fields of a node that lead on. */
const at = (id: NodeId, field: string): Path => ['nodes', id, field];

/** Exits that a node of this kind needs: left out, they are empty, and a rule can say so. */
const needed = (
  from: NodeId,
  trigger: Trigger,
  to: NodeId | undefined,
  path: Path,
  value?: string,
): NewExit => ({ trigger, from, value, to, path, option: undefined, does: undefined });

/** Optional exits that an author left out are no exits. */
function add(
  exits: NewExit[],
  from: NodeId,
  trigger: Trigger,
  to: NodeId | undefined,
  path: Path,
): void {
  if (to !== undefined) exits.push(needed(from, trigger, to, path));
}

const retries = ['noInput', 'noMatch'] as const;

function addRetries(
  exits: NewExit[],
  node: NodeOfKind<'menu' | 'collect'>,
  script: Script,
  id: NodeId,
): void {
  for (const trigger of retries) {
    const own = node[trigger]?.to;
    if (own !== undefined) add(exits, id, trigger, own, ['nodes', id, trigger, 'to']);
    else add(exits, id, trigger, script.defaults?.[trigger]?.to, ['defaults', trigger, 'to']);
  }
}

/** What leads on where all went well, and where it failed. */
function nextOrFailure(
  { to, failure }: NodeOfKind<'transfer' | 'callback'>,
  id: NodeId,
): readonly NewExit[] {
  const exits: NewExit[] = [];
  add(exits, id, 'next', to, at(id, 'to'));
  add(exits, id, 'failure', failure, at(id, 'failure'));
  return exits;
}

function next({ to }: NodeOfKind<'voicemail' | 'subflow'>, id: NodeId): readonly NewExit[] {
  return to === undefined ? [] : [needed(id, 'next', to, at(id, 'to'))];
}

function optionExit(option: MenuOption, index: number, id: NodeId): NewExit {
  const { do: does } = option;
  return {
    trigger: option.key === undefined ? 'case' : 'key',
    from: id,
    value: option.key ?? option.intent ?? '',
    to: does === 'repeat' ? id : option.to,
    path: ['nodes', id, 'options', index, does === undefined ? 'to' : 'do'],
    option: index,
    does,
  };
}

const exitsByKind: {
  readonly [Kind in NodeKind]: (
    node: NodeOfKind<Kind>,
    id: NodeId,
    script: Script,
  ) => readonly NewExit[];
} = {
  announcement: (node, id) => [needed(id, 'next', node.to, at(id, 'to'))],
  menu: (node, id, script) => {
    const exits = node.options.map((option, index) => optionExit(option, index, id));
    addRetries(exits, node, script, id);
    return exits;
  },
  collect: (node, id, script) => {
    const exits = [needed(id, 'next', node.to, at(id, 'to'))];
    addRetries(exits, node, script, id);
    return exits;
  },
  branch: (node, id) => {
    const exits = node.cases.map(({ when, to }, index) =>
      needed(id, 'case', to, ['nodes', id, 'cases', index, 'to'], when),
    );
    add(exits, id, 'next', node.otherwise, at(id, 'otherwise'));
    return exits;
  },
  task: (node, id) => {
    const exits = [needed(id, 'success', node.success, at(id, 'success'))];
    add(exits, id, 'failure', node.failure, at(id, 'failure'));
    return exits;
  },
  queue: ({ overflow, closed }, id) => {
    const exits: NewExit[] = [];
    if (overflow !== undefined)
      exits.push(needed(id, 'overflow', overflow.to, ['nodes', id, 'overflow', 'to']));
    if (closed !== undefined)
      exits.push(needed(id, 'closed', closed.to, ['nodes', id, 'closed', 'to']));
    return exits;
  },
  transfer: nextOrFailure,
  voicemail: next,
  callback: nextOrFailure,
  subflow: next,
  hangup: () => [],
  opaque: (node, id) =>
    node.exits.map(({ trigger, when, to }, index) =>
      needed(id, trigger, to, ['nodes', id, 'exits', index, 'to'], when),
    ),
};

/** The exits of a node while its flow is being built. */
export function newExitsOf(id: NodeId, node: ScriptNode, script: Script): readonly NewExit[] {
  const exits = exitsByKind[node.kind] as (
    node: ScriptNode,
    id: NodeId,
    script: Script,
  ) => readonly NewExit[];
  const own = exits(node, id, script);
  return node.error === undefined
    ? own
    : [...own, needed(id, 'error', node.error, at(id, 'error'))];
}

/** All exits of a node in the order in which the script writes them; `error` last. */
export const exitsOf: (id: NodeId, node: ScriptNode, script: Script) => readonly Exit[] =
  newExitsOf;
