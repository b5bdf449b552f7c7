import type { CallFlow } from '../flow/call-flow.ts';
import { numberName } from '../routing/drill-names.ts';
import type { NodeId } from '../script/names.ts';
import type { NodeOfKind } from '../script/script.ts';
import { isUnknown } from '../script/values.ts';
import type { CallState } from './call-state.ts';
import type { Met } from './followed-call.ts';
import { loopWord } from './loop-word.ts';
import { numberState } from './number-state.ts';
import { queueState } from './queue-state.ts';
import { momentIn, type World } from './world.ts';

const nameOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

function ownValue(
  tables: readonly (Readonly<Record<string, string>> | undefined)[],
  name: string,
): string | undefined {
  const table = tables.find((one) => one !== undefined && Object.hasOwn(one, name));
  return table?.[name];
}

function metAtBranch(id: NodeId, node: NodeOfKind<'branch'>, state: CallState, world: World): Met {
  const { on } = node;
  const at = momentIn(world, state.seconds);
  if (on === 'language') return { what: 'language', name: undefined, is: state.language };
  if (on === 'share') return { what: 'share', name: undefined, is: undefined };
  if ('calendar' in on) {
    const is = isUnknown(on.calendar) ? undefined : world.calendarState(on.calendar, at);
    return { what: 'calendar', name: nameOf(on.calendar), is };
  }
  if ('emergency' in on) {
    const isOn = world.calendarState(on.emergency, at) === 'emergency';
    return { what: 'emergency', name: on.emergency, is: isOn ? 'on' : 'off' };
  }
  if ('queue-status' in on) {
    const queue = on['queue-status'];
    if (isUnknown(queue)) return { what: 'queue', name: undefined, is: undefined };
    const is = world.queueStatus?.(queue, at) ?? queueState(queue, world, at, state.language);
    return { what: 'queue', name: queue, is };
  }
  if ('loop' in on) return { what: 'loop', name: id, is: loopWord(id, node, state) };
  if ('attribute' in on) {
    const is = ownValue([state.attributes, world.attributes], on.attribute);
    return { what: 'attribute', name: on.attribute, is };
  }
  return {
    what: 'result',
    name: on.result,
    is: ownValue([state.results, world.attributes], on.result),
  };
}

/** What of the world decides how a call goes on where it is; nothing where the world has no say. */
export function whatIsMet(
  { graph }: CallFlow,
  id: NodeId,
  state: CallState,
  world: World,
): Met | undefined {
  const { node } = graph.node(id);
  const at = momentIn(world, state.seconds);
  if (node.kind === 'branch') return metAtBranch(id, node, state, world);
  if (node.kind === 'queue') {
    const is = isUnknown(node.queue)
      ? undefined
      : queueState(node.queue, world, at, state.language);
    return { what: 'queue', name: nameOf(node.queue), is };
  }
  if (node.kind === 'transfer') {
    const name = numberName(world.directory, id, node);
    return { what: 'number', name, is: numberState(id, node, world, at) };
  }
  return undefined;
}
