import { reachableFrom } from '../../flow/reach.ts';
import { canInterrupt } from '../../flow/can-interrupt.ts';
import { edgesFrom } from '../../flow/call-flow.ts';
import type { NodeId } from '../../script/names.ts';
import type { NodeOfKind } from '../../script/script.ts';
import { retryPolicy } from '../../flow/retry-policy.ts';
import { equals, type BlockKey } from './block.ts';
import { announceFirst, silence, type Message } from './prompts.ts';
import type { Writing } from './writing.ts';

type Asking = NodeOfKind<'menu'> | NodeOfKind<'collect'>;

/** How a node asks once, and where silence and wrong input lead from there. */
export interface Attempt {
  /** The first block of this attempt. */
  readonly key: BlockKey;
  readonly silent: BlockKey;
  readonly wrong: BlockKey;
}

/** More blocks than this for one menu are nobody's to read: then a loop counts over the whole call. */
const mostCopies = 16;

/** True where a call can come to the node again, other than by being asked again. */
function comesBack({ flow }: Writing, id: NodeId): boolean {
  const next = edgesFrom(flow, id).map(({ to }) => to);
  return reachableFrom(flow, next).has(id);
}

/**
 * Writes the attempts of a node that asks. Amazon Connect asks once, so asking again is a way back. A
 * loop counts how often, and begins anew only when it is over; a node that a call can leave and come
 * back to has its questions written once for each attempt instead, so that each visit has them all.
 */
export function writeAttempts(
  w: Writing,
  id: NodeId,
  node: Asking,
  write: (attempt: Attempt) => void,
): void {
  const policy = {
    noInput: retryPolicy(w.script, node, 'noInput'),
    noMatch: retryPolicy(w.script, node, 'noMatch'),
  };
  const most = { noInput: policy.noInput.attempts, noMatch: policy.noMatch.attempts };
  const after = {
    noInput: w.exit(id, node, 'noInput'),
    noMatch: w.exit(id, node, 'noMatch'),
  };
  const again = (trigger: 'noInput' | 'noMatch', key: BlockKey, to: BlockKey) =>
    announceFirst(w, id, key, policy[trigger].say, [trigger, 'say'], to);

  const copies = most.noInput * most.noMatch;
  if (copies === 1) {
    write({ key: id, silent: after.noInput, wrong: after.noMatch });
    return;
  }
  if (comesBack(w, id) && copies <= mostCopies) {
    const keyOf = (silences: number, mismatches: number): BlockKey =>
      silences + mismatches === 0 ? id : `${id}/after ${silences}+${mismatches}`;
    for (let silences = 0; silences < most.noInput; silences += 1) {
      for (let mismatches = 0; mismatches < most.noMatch; mismatches += 1) {
        const key = keyOf(silences, mismatches);
        const silent =
          silences + 1 < most.noInput
            ? again('noInput', `${key}/silent`, keyOf(silences + 1, mismatches))
            : after.noInput;
        const wrong =
          mismatches + 1 < most.noMatch
            ? again('noMatch', `${key}/wrong`, keyOf(silences, mismatches + 1))
            : after.noMatch;
        write({ key, silent, wrong });
      }
    }
    return;
  }
  if (comesBack(w, id)) {
    const message = `Amazon Connect counts the attempts of "${id}" over the whole call: callers who come back have only the attempts that are left.`;
    w.tell('exported-otherwise', id, [], message, 'Ask fewer times.');
  }
  const loop = (trigger: 'noInput' | 'noMatch', key: BlockKey): BlockKey => {
    if (most[trigger] === 1) return after[trigger];
    w.add({
      key,
      type: 'Loop',
      parameters: { LoopCount: String(most[trigger] - 1) },
      next: after[trigger],
      conditions: [
        equals('ContinueLooping', again(trigger, `${key}/again`, id)),
        equals('DoneLooping', after[trigger]),
      ],
      errors: [['NoMatchingError', after[trigger]]],
    });
    return key;
  };
  write({
    key: id,
    silent: loop('noInput', `${id}/silences`),
    wrong: loop('noMatch', `${id}/mistakes`),
  });
}

/** Asks after the last message where that can be interrupted, else says it before and asks in silence. */
export function heardOut(
  w: Writing,
  node: Asking,
  ask: (key: BlockKey, message: Message) => void,
): (key: BlockKey, message: Message | undefined) => void {
  return (key, message) => {
    if (message === undefined || canInterrupt(w.script, node)) {
      ask(key, message ?? silence);
      return;
    }
    const next = `${key}/ask`;
    const errors = [['NoMatchingError', w.to(node.error)]] as const;
    w.add({ key, type: 'MessageParticipant', ...message, next, errors });
    ask(next, silence);
  };
}

/** Seconds as Amazon Connect takes them: whole, from 1 to 180; others are told. */
export function inputSeconds(w: Writing, id: NodeId, node: Asking): string {
  const { wait } = retryPolicy(w.script, node, 'noInput');
  const whole = Math.min(180, Math.max(1, Math.round(wait)));
  if (whole !== wait) {
    const message = `Amazon Connect waits for a key in whole seconds from 1 to 180: ${whole} s instead of ${wait} s.`;
    w.tell('exported-otherwise', id, ['noInput', 'wait'], message, 'Write whole seconds.');
  }
  return String(whole);
}
