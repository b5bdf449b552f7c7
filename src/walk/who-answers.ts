import type { QueueId } from '../script/names.ts';
import type { Language } from '../script/values.ts';
import { queueState } from './queue-state.ts';
import { momentIn, type World } from './world.ts';

/** Who answers a waiting caller, and how long they have waited by then, in seconds. */
export interface Answerer {
  readonly queue: QueueId;
  readonly after: number;
}

interface Waiting {
  readonly queue: QueueId;
  /** Seconds of waiting from which this queue may take the call. */
  readonly after: number;
}

/** Hours change at whole minutes; beyond a day of waiting nobody looks any more. */
const minute = 60_000;
const longestWait = 86_400;
const mostQueues = 50;

/**
 * The queues that a caller comes to wait in, each with the wait after which it takes over: the queue
 * itself, then those of its overflow chain, and of theirs. One who isn't taken in goes on at once.
 */
function waitingIn(queue: QueueId, { directory }: World, isIn: boolean): readonly Waiting[] {
  const waiting: Waiting[] = [{ queue, after: 0 }];
  const seen = new Set<string>([queue]);
  for (const { queue: here, after } of waiting) {
    const queues = directory?.queues;
    const known = queues !== undefined && Object.hasOwn(queues, here) ? queues[here] : undefined;
    for (const step of known?.overflow ?? []) {
      if (seen.has(step.to) || waiting.length >= mostQueues) continue;
      seen.add(step.to);
      const wait = here === queue && !isIn ? 0 : (step.after ?? 0);
      waiting.push({ queue: step.to, after: after + wait });
    }
  }
  return waiting.sort((a, b) => a.after - b.after);
}

/**
 * Who answers a caller who begins to wait in a queue (`seconds` from the start of the call) within a
 * patience, in seconds: the queue itself or one of its overflow chain, the first in which somebody
 * works who will do. Also people whose work begins meanwhile. `isIn` is false for a caller whom the
 * queue doesn't take in. Nothing where nobody answers.
 */
export function whoAnswers(
  queue: QueueId,
  world: World,
  seconds: number,
  language: Language,
  { patience, isIn }: { readonly patience: number; readonly isIn: boolean },
): Answerer | undefined {
  const begins = momentIn(world, seconds);
  const limit = Math.min(patience, longestWait);
  const answers = ({ queue: one }: Waiting, after: number) =>
    queueState(one, world, begins + Math.round(after * 1000), language) === 'open';
  let first: Answerer | undefined;
  for (const one of waitingIn(queue, world, isIn)) {
    const until = first?.after ?? limit;
    for (let after = one.after; after <= until;) {
      if (first !== undefined && after >= first.after) break;
      if (answers(one, after)) {
        first = { queue: one.queue, after };
        break;
      }
      const next = (Math.floor((begins + after * 1000) / minute) + 1) * minute;
      after = (next - begins) / 1000;
    }
  }
  return first;
}
