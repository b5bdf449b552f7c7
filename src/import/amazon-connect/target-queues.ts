import { linksOf, type Action, type Link } from './action.ts';
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

function union(a: State, b: State): State {
  return a.every((setter) => b.includes(setter))
    ? b
    : [...new Set([...a, ...b])].sort((x, y) => x - y).slice(0, fullState);
}

/** A way to another action, and whether it is taken when this one failed. */
interface Way {
  readonly to: number;
  readonly isFailure: boolean;
}

function waysOf(action: Action, positionOf: (link: Link) => number | undefined): readonly Way[] {
  const failed = new Set(action.errors.map((error) => error.link));
  return linksOf(action).flatMap((link): readonly Way[] => {
    const to = positionOf(link);
    return to === undefined ? [] : [{ to, isFailure: failed.has(link) }];
  });
}

/** The setters by what they set: two actions that set the same queue are one. */
function settersOf(actions: readonly Action[]): ReadonlyMap<number, number> {
  const firsts = new Map<string, number>();
  const setters = new Map<number, number>();
  actions.forEach((action, position) => {
    if (action.type !== 'UpdateContactTargetQueue') return;
    const reference = queueReference(action);
    const key = reference === undefined ? `#${position}` : reference.expression;
    if (!firsts.has(key)) firsts.set(key, position);
    setters.set(position, firsts.get(key) ?? position);
  });
  return setters;
}

/** The queue, or the agent whose own queue it is, that an action names. */
export function queueReference(action: Action): Reference | undefined {
  const agent = referenceOf(action, 'AgentId', 'agent');
  const queue = referenceOf(action, 'QueueId', 'queue');
  if (queue !== undefined || agent === undefined) return queue;
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
  const setters = settersOf(actions);
  const ways = actions.map((action) => waysOf(action, positionOf));
  const states = new Map<number, State>();
  let waiting = new Set<number>();

  const arrive = (position: number | undefined, state: State) => {
    if (position === undefined) return;
    const before = states.get(position);
    if (before === state || (before !== undefined && before.length >= fullState)) return;
    const after = before === undefined ? state : union(before, state);
    if (before?.length === after.length) return;
    states.set(position, after);
    waiting.add(position);
  };
  const follow = () => {
    while (waiting.size > 0) {
      const here = waiting;
      waiting = new Set();
      for (const position of here) {
        const state = states.get(position) ?? [];
        const setter = setters.get(position);
        for (const { to, isFailure } of ways[position] ?? []) {
          arrive(to, setter === undefined || isFailure ? state : [setter]);
        }
      }
    }
  };
  arrive(start, [noSetter]);
  follow();
  const led = new Set(ways.flatMap((some) => some.map(({ to }) => to)));
  const roots = [...actions.keys()].filter((position) => !led.has(position));
  for (const position of [...roots, ...actions.keys()]) {
    if (states.has(position)) continue;
    arrive(position, [noSetter]);
    follow();
  }

  return (position) => {
    const state = states.get(position) ?? [];
    const known = state.filter((setter) => setter !== noSetter);
    return {
      queues: known.slice(0, mostQueues).flatMap((setter) => {
        const action = actions[setter];
        const reference = action === undefined ? undefined : queueReference(action);
        return reference === undefined ? [] : [reference];
      }),
      canBeUnset: state.includes(noSetter),
      hasMore: known.length > mostQueues,
    };
  };
}
