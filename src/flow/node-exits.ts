import type { Path } from '../source/tree.ts';
import type { NodeId } from '../script/names.ts';
import type { NodeOfKind, Script, ScriptNode } from '../script/script.ts';
import type { NodeKind, Trigger } from '../script/vocabulary.ts';

/** A way out of a node as the script writes it; without a target the author left it empty. */
export interface Exit {
  readonly trigger: Trigger;
  /** The key, the intent or the case that takes this exit. */
  readonly value?: string;
  readonly to: NodeId | undefined;
  /** The way to the target in the script. */
  readonly path: Path;
  /** The position of the option, for exits of a menu. */
  readonly option?: number;
  /** `repeat` stays at the node; `back` returns to the menu before. */
  readonly does?: 'repeat' | 'back';
}

/** Optional exits that an author left out are no exits. */
function optional(trigger: Trigger, to: NodeId | undefined, ...path: Path): readonly Exit[] {
  return to === undefined ? [] : [{ trigger, to, path }];
}

/** Exits that a node of this kind needs: left out, they are empty, and a rule can say so. */
function needed(trigger: Trigger, to: NodeId | undefined, ...path: Path): Exit {
  return { trigger, to, path };
}

function retryExits(node: NodeOfKind<'menu' | 'collect'>, script: Script): readonly Exit[] {
  return (['noInput', 'noMatch'] as const).flatMap((trigger) => {
    const own = node[trigger]?.to;
    return own === undefined
      ? optional(trigger, script.defaults?.[trigger]?.to, 'defaults', trigger, 'to')
      : optional(trigger, own, trigger, 'to');
  });
}

const exitsByKind: {
  readonly [Kind in NodeKind]: (
    node: NodeOfKind<Kind>,
    script: Script,
    id: NodeId,
  ) => readonly Exit[];
} = {
  announcement: (node) => [needed('next', node.to, 'to')],
  menu: (node, script, id) => [
    ...node.options.map((option, index): Exit => {
      const doing = option.do === undefined ? {} : { does: option.do };
      return {
        trigger: option.key === undefined ? 'case' : 'key',
        value: option.key ?? option.intent ?? '',
        to: option.do === 'repeat' ? id : option.to,
        path: ['options', index, option.do === undefined ? 'to' : 'do'],
        option: index,
        ...doing,
      };
    }),
    ...retryExits(node, script),
  ],
  collect: (node, script) => [needed('next', node.to, 'to'), ...retryExits(node, script)],
  branch: (node) => [
    ...node.cases.map((branchCase, index): Exit => ({
      trigger: 'case',
      value: branchCase.when,
      to: branchCase.to,
      path: ['cases', index, 'to'],
    })),
    ...optional('next', node.otherwise, 'otherwise'),
  ],
  task: (node) => [
    needed('success', node.success, 'success'),
    ...optional('failure', node.failure, 'failure'),
  ],
  queue: (node) => [
    ...(node.overflow === undefined
      ? []
      : [needed('overflow', node.overflow.to, 'overflow', 'to')]),
    ...(node.closed === undefined ? [] : [needed('closed', node.closed.to, 'closed', 'to')]),
  ],
  transfer: (node) => [
    ...optional('next', node.to, 'to'),
    ...optional('failure', node.failure, 'failure'),
  ],
  voicemail: (node) => optional('next', node.to, 'to'),
  callback: (node) => [
    ...optional('next', node.to, 'to'),
    ...optional('failure', node.failure, 'failure'),
  ],
  subflow: (node) => optional('next', node.to, 'to'),
  hangup: () => [],
  opaque: (node) =>
    node.exits.map((exit, index): Exit => {
      const value = exit.when === undefined ? {} : { value: exit.when };
      return { trigger: exit.trigger, to: exit.to, path: ['exits', index, 'to'], ...value };
    }),
};

/** All exits of a node in the order in which the script writes them; `error` last. */
export function exitsOf(id: NodeId, node: ScriptNode, script: Script): readonly Exit[] {
  const before = known.get(node);
  if (before?.script === script && before.id === id) return before.exits;
  const exits = findExits(id, node, script);
  known.set(node, { id, script, exits });
  return exits;
}

interface KnownExits {
  readonly id: NodeId;
  readonly script: Script;
  readonly exits: readonly Exit[];
}

const known = new WeakMap<ScriptNode, KnownExits>();

function findExits(id: NodeId, node: ScriptNode, script: Script): readonly Exit[] {
  const exits = exitsByKind[node.kind] as (
    node: ScriptNode,
    script: Script,
    id: NodeId,
  ) => readonly Exit[];
  const own = exits(node, script, id);
  const all = node.error === undefined ? own : [...own, needed('error', node.error, 'error')];
  return all.map((exit) =>
    exit.path[0] === 'defaults' ? exit : { ...exit, path: ['nodes', id, ...exit.path] },
  );
}
