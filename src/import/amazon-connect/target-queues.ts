import { type Action, type Link } from './action.ts';
import { referenceOf, type Reference } from './references.ts';

/** Which queues can be set when an action begins: references by their expression. */
export interface SetQueues {
  /** Queues that are set on some way here, in order of the actions that set them. */
  readonly queues: readonly Reference[];
  /** True when a way leads here on which no queue is set. */
  readonly canBeUnset: boolean;
  /** True when more queues can be set than are listed. */
  readonly hasMore: boolean;
}

/** More queues than this on the ways to one transfer are told as "and more". */
const mostQueues = 8;

/** A state as long as this tells "and more" already, and learns nothing new. */
const fullState = mostQueues + 2;

/** A set of positions of setters, in order; -1 stands for no setter. */
type State = readonly number[];

const noSetter = -1;

function holds(all: State, some: State): boolean {
  let at = 0;
  for (const setter of some) {
    while (at < all.length && (all[at] ?? setter) < setter) at += 1;
    if (all[at] !== setter) return false;
  }
  return true;
}

/** Both are in order, and so is what they make together; one that holds the other is it already. */
function union(a: State, b: State): State {
  if (holds(a, b)) return a;
  if (holds(b, a)) return b;
  const both: number[] = [];
  let [left, right] = [0, 0];
  while (both.length < fullState) {
    const one = a[left] ?? Infinity;
    const other = b[right] ?? Infinity;
    const least = Math.min(one, other);
    if (least === Infinity) break;
    both.push(least);
    if (one === least) left += 1;
    if (other === least) right += 1;
  }
  return both;
}

/**
 * The positions that all actions lead to, in one list: behind each other those of an action that did
 * what it should, and those of one that failed.
 */
interface Ways {
  readonly targets: readonly number[];
  /** By twice the position of an action, where its ways begin; behind that, where the failed ones do. */
  readonly starts: Uint32Array;
}

function waysOf(actions: readonly Action[], positionOf: (link: Link) => number | undefined): Ways {
  const targets: number[] = [];
  const starts = new Uint32Array(2 * actions.length + 1);
  const lead = (link: Link) => {
    const position = positionOf(link);
    if (position !== undefined) targets.push(position);
  };
  let part = 0;
  for (const { next, conditions, errors } of actions) {
    if (next !== undefined) lead(next);
    for (const { link } of conditions) lead(link);
    starts[part + 1] = targets.length;
    for (const { link } of errors) lead(link);
    starts[part + 2] = targets.length;
    part += 2;
  }
  return { targets, starts };
}

interface Setters {
  /** By the position of each action that sets a queue, the first that sets the same one. */
  readonly firsts: ReadonlyMap<number, number>;
  /** What those first ones set, by their positions. */
  readonly references: ReadonlyMap<number, Reference>;
}

/** The setters by what they set: two actions that set the same queue are one. */
function settersOf(actions: readonly Action[]): Setters {
  const byKey = new Map<string, number>();
  const firsts = new Map<number, number>();
  const references = new Map<number, Reference>();
  actions.forEach((action, position) => {
    if (action.type !== 'UpdateContactTargetQueue') return;
    const reference = queueReference(action);
    const key = reference === undefined ? `#${position}` : reference.expression;
    const first = byKey.get(key) ?? position;
    if (first === position) {
      byKey.set(key, position);
      if (reference !== undefined) references.set(position, reference);
    }
    firsts.set(position, first);
  });
  return { firsts, references };
}

/** The queue, or the agent whose own queue it is, that an action names. */
export function queueReference(action: Action): Reference | undefined {
  const queue = referenceOf(action, 'QueueId', 'queue');
  if (queue !== undefined) return queue;
  const agent = referenceOf(action, 'AgentId', 'agent');
  if (agent === undefined) return undefined;
  return { ...agent, isDynamic: true, expression: `the queue of agent ${agent.expression}` };
}

/**
 * The queues that can be set at every action, found by following all ways from the start and then
 * from what the start doesn't lead to. A set that fails leaves the queue as it was. Time is linear
 * in the ways between actions.
 */
export function findSetQueues(
  actions: readonly Action[],
  start: number | undefined,
  positionOf: (link: Link) => number | undefined,
): (position: number) => SetQueues {
  const { firsts, references } = settersOf(actions);
  const { targets, starts } = waysOf(actions, positionOf);
  const states: (State | undefined)[] = actions.map(() => undefined);
  const isWaiting = new Uint8Array(actions.length);
  let waiting: number[] = [];

  const arrive = (position: number, state: State) => {
    const before = states[position];
    if (before === state || (before !== undefined && before.length >= fullState)) return;
    const after = before === undefined ? state : union(before, state);
    if (before === after) return;
    states[position] = after;
    if (isWaiting[position] === 1) return;
    isWaiting[position] = 1;
    waiting.push(position);
  };
  const follow = () => {
    while (waiting.length > 0) {
      const here = waiting;
      waiting = [];
      for (const position of here) isWaiting[position] = 0;
      for (const position of here) {
        const state = states[position] ?? [];
        const setter = firsts.get(position);
        const after = setter === undefined ? state : [setter];
        const failed = starts[2 * position + 1] ?? 0;
        const end = starts[2 * position + 2] ?? 0;
        for (let way = starts[2 * position] ?? 0; way < end; way += 1) {
          arrive(targets[way] ?? 0, way < failed ? after : state);
        }
      }
    }
  };
  if (start !== undefined) arrive(start, [noSetter]);
  follow();
  const isLed = new Uint8Array(actions.length);
  for (const to of targets) isLed[to] = 1;
  const roots = [...actions.keys()].filter((position) => isLed[position] === 0);
  for (const position of [...roots, ...actions.keys()]) {
    if (states[position] !== undefined) continue;
    arrive(position, [noSetter]);
    follow();
  }

  return (position) => {
    const state = states[position] ?? [];
    const canBeUnset = state[0] === noSetter;
    const known = canBeUnset ? state.slice(1) : state;
    const queues: Reference[] = [];
    for (const setter of known.slice(0, mostQueues)) {
      const reference = references.get(setter);
      if (reference !== undefined) queues.push(reference);
    }
    return { queues, canBeUnset, hasMore: known.length > mostQueues };
  };
}
