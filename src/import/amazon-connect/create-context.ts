import { nameFrom, type NodeId, type QueueId } from '../../script/names.ts';
import type { Unknown } from '../../script/values.ts';
import type { Action, Link } from './action.ts';
import type { ChosenQueue, FlowContext } from './flow-context.ts';
import { createNameTable } from '../name-table.ts';
import { isUuid, type Reference } from './references.ts';
import { comparedBehind, storesInput, storedMenuOf } from './stored-menu.ts';
import { suggestName } from './suggest-name.ts';
import { findSetQueues } from './target-queues.ts';

/** What an exit that was never connected is called, where leaving it out would hide it. */
const notConnected = 'not-connected' as NodeId;

/** Names for things of the directory: one name a reference, and never one for two. */
function createReferenceNames(prefix: string): (reference: Reference) => string | Unknown {
  const names = createNameTable();
  const known = new Map<string, string>();
  return (reference) => {
    if (reference.isDynamic) return { unknown: reference.expression };
    const before = known.get(reference.expression);
    if (before !== undefined) return before;
    const tail = reference.expression.slice(reference.expression.lastIndexOf('/') + 1);
    const short = isUuid(tail) ? `${prefix}-${tail.slice(0, 8).toLowerCase()}` : prefix;
    const name = names.take(nameFrom(reference.name ?? '', short));
    known.set(reference.expression, name);
    return name;
  };
}

const untitled = (unknown: string): ChosenQueue => ({ queue: { unknown }, title: undefined });

/** What a flow knows of its own actions before any of them is mapped. */
export interface FlowIndex {
  readonly context: FlowContext;
  /** The actions that become nodes of their own: all but comparisons that are part of a menu. */
  readonly own: readonly Action[];
  readonly start: Link | undefined;
}

/** Finds the actions that nothing but the inputs they make menus with leads to. */
function withoutFolded(
  actions: readonly Action[],
  start: Action | undefined,
  actionAt: FlowContext['actionAt'],
): readonly Action[] {
  const folding = new Map<Action, Action>();
  for (const action of actions) {
    const compare = comparedBehind(action, actionAt);
    if (compare !== undefined) folding.set(action, compare);
  }
  if (folding.size === 0) return actions;
  const folded = new Set(folding.values());
  const needed = new Set<Action | undefined>([start]);
  for (const action of actions) {
    for (const { link } of action.conditions) needed.add(actionAt(link));
    for (const { link } of action.errors) needed.add(actionAt(link));
    if (!folding.has(action)) needed.add(actionAt(action.next));
  }
  return actions.filter((action) => !folded.has(action) || needed.has(action));
}

/** Names every action, every dangling target, every queue and calendar of a flow. */
export function createContext(
  actions: readonly Action[],
  start: Link | undefined,
  type: string | undefined,
): FlowIndex {
  const positions = new Map<string, number>();
  actions.forEach(({ id }, position) => {
    if (id !== '' && !positions.has(id)) positions.set(id, position);
  });
  const positionOf = (link: Link | undefined) =>
    link === undefined ? undefined : positions.get(link.target);
  const actionAt = (link: Link | undefined) => {
    const position = positionOf(link);
    return position === undefined ? undefined : actions[position];
  };

  const own = withoutFolded(actions, actionAt(start), actionAt);
  const names = createNameTable();
  names.take(notConnected);
  const ids: NodeId[] = [];
  for (const action of own) {
    const isMenu = storedMenuOf(action, actionAt) !== undefined || !storesInput(action);
    const input = action.type === 'GetParticipantInput' ? (isMenu ? 'menu' : 'input') : undefined;
    ids[action.index] = names.take(suggestName(action, input)) as NodeId;
  }

  const missing = new Map<string, NodeId>();
  const to = (link: Link | undefined): NodeId | undefined => {
    if (link === undefined || link.target === '') return undefined;
    const action = actionAt(link);
    if (action !== undefined) return ids[action.index];
    const known = missing.get(link.target);
    if (known !== undefined) return known;
    const name = names.take(
      nameFrom(isUuid(link.target) ? `action-${link.target}` : link.target, 'missing-action'),
    ) as NodeId;
    missing.set(link.target, name);
    return name;
  };

  const positionByIndex: number[] = [];
  actions.forEach(({ index }, position) => {
    positionByIndex[index] = position;
  });
  const queuesAt = findSetQueues(actions, positionOf(start), positionOf);
  const queueNames = createReferenceNames('queue');
  const queueOf = (reference: Reference): ChosenQueue => ({
    queue: queueNames(reference) as QueueId | Unknown,
    title: reference.isDynamic ? undefined : reference.name,
  });
  const context: FlowContext = {
    type,
    idOf: (action) => ids[action.index] ?? ('block' as NodeId),
    freshId: (wanted) => names.take(nameFrom(wanted, 'branch')) as NodeId,
    to,
    toOptional: (link) => (link?.target === '' ? notConnected : to(link)),
    actionAt,
    queueOf,
    calendarOf: createReferenceNames('hours') as FlowContext['calendarOf'],
    queueSetAt(action) {
      const { queues, canBeUnset, hasMore } = queuesAt(positionByIndex[action.index] ?? -1);
      const [only, another] = queues;
      if (only === undefined) return untitled('no queue is set in this flow');
      if (another === undefined && !canBeUnset) return queueOf(only);
      const shown = queues.map(({ name, expression }) => name ?? expression);
      if (hasMore) shown.push('more');
      if (canBeUnset) shown.push('none set in this flow');
      return untitled(shown.join(', or '));
    },
  };
  return { context, own, start };
}
