import type { CallFlow } from '../flow/call-flow.ts';
import type { NodeId } from '../script/names.ts';
import type { NodeOfKind, ScriptNode } from '../script/script.ts';
import type { NodeKind } from '../script/vocabulary.ts';
import type { Action } from './action.ts';
import { atQueue } from './at-queue.ts';
import type { CallState } from './call-state.ts';
import { takesIn } from './queue-state.ts';
import type { World } from './world.ts';

/** What a call waits for. */
export interface Awaited {
  /** `nobody` when the call has ended, or goes on by itself. */
  readonly from: 'caller' | 'system' | 'nobody';
  /**
   * One action of each kind that can happen now, those of the script in its order: every option, a
   * key that none of them has, silence, every result, hanging up. A call that has ended has none.
   */
  readonly actions: readonly Action[];
}

const keypad = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '*', '#'] as const;

/** A key that no option of the menu has or begins with, if there is one. */
export function unusedKey(node: NodeOfKind<'menu'>): string | undefined {
  return keypad.find((key) => !node.options.some((option) => option.key?.startsWith(key)));
}

const next: readonly Action[] = [{ do: 'next' }];
const results: readonly Action[] = [{ do: 'succeed' }, { do: 'fail' }];
const system = (actions: readonly Action[]): Awaited => ({ from: 'system', actions });
const byItself: Awaited = { from: 'nobody', actions: next };

function menuActions(node: NodeOfKind<'menu'>): readonly Action[] {
  const wrong = unusedKey(node);
  return [
    ...node.options.flatMap((option): readonly Action[] => [
      ...(option.key === undefined ? [] : [{ do: 'press', key: option.key } as const]),
      ...(option.intent === undefined ? [] : [{ do: 'speak', intent: option.intent } as const]),
    ]),
    ...(wrong === undefined ? [] : [{ do: 'press', key: wrong } as const]),
    { do: 'silence' },
  ];
}

function collectActions({ digits }: NodeOfKind<'collect'>): readonly Action[] {
  const min = digits?.min ?? 1;
  const enough: Action = { do: 'enter', digits: Math.max(min, 1) };
  const tooFew: readonly Action[] = min > 1 ? [{ do: 'enter', digits: min - 1 }] : [];
  return [enough, ...tooFew, { do: 'silence' }];
}

function queueActions(
  node: NodeOfKind<'queue'>,
  state: CallState,
  world: World,
  flow: CallFlow,
  id: NodeId,
): Awaited {
  const { state: there, action } = atQueue(flow, id, node, state, world);
  if (!takesIn(there) && action.do !== 'answer') return system([action]);
  const answer: readonly Action[] = action.do === 'answer' ? [{ do: 'answer' }] : [];
  const overflow: readonly Action[] = node.overflow === undefined ? [] : [{ do: 'overflow' }];
  return system([...answer, ...overflow, { do: 'abandon' }]);
}

const awaitedBy = {
  announcement: () => byItself,
  menu: (node) => ({ from: 'caller', actions: menuActions(node) }),
  collect: (node) => ({ from: 'caller', actions: collectActions(node) }),
  branch: () => byItself,
  task: () => system(results),
  queue: queueActions,
  transfer: () => system(results),
  voicemail: () => system(next),
  callback: () => system(results),
  subflow: () => system(next),
  hangup: () => byItself,
  opaque: ({ exits }) =>
    system(exits.length === 0 ? next : exits.map((_, index) => ({ do: 'exit', index }))),
} satisfies {
  readonly [Kind in NodeKind]: (
    node: NodeOfKind<Kind>,
    state: CallState,
    world: World,
    flow: CallFlow,
    id: NodeId,
  ) => Awaited;
};

/** What a call waits for where it is; the caller can always hang up, but for the moment of a branch. */
export function awaits(flow: CallFlow, state: CallState, world: World): Awaited {
  const { node: id } = state;
  if (id === undefined || state.ended !== undefined || !flow.graph.hasNode(id))
    return { from: 'nobody', actions: [] };
  const { node, kind } = flow.graph.node(id);
  const awaited = awaitedBy[kind] as (
    node: ScriptNode,
    state: CallState,
    world: World,
    flow: CallFlow,
    id: NodeId,
  ) => Awaited;
  const here = awaited(node, state, world, flow, id);
  if (kind === 'branch') return here;
  return { ...here, actions: [...here.actions, { do: 'hangup' }] };
}
