/**
 * What can happen in a call, in the words of the log. By the rules of replay:
 *
 * - `start`: the call begins; value = the number dialled, if known.
 * - `enter`: the call comes to a node and its prompt begins. Coming back to a node, by any edge and
 *   by a `repeat` option too, is a new `enter`.
 * - `input`: the caller pressed keys at a menu (value = the key) or entered digits at a collect
 *   node (value is never kept).
 * - `noinput`, `nomatch`: the caller stayed silent, or entered what the node doesn't know. The
 *   prompt is said again without a new `enter` while attempts are left; after the last one the
 *   call takes the edge of that trigger.
 * - `success`, `failure`: how the task, transfer or callback of the node ended.
 * - `queue`: the caller began to wait; value = the queue. `answer`: a person answered.
 * - `transfer`: the call was handed to an outside number. `abandon`: the caller left the queue.
 * - `hangup`: the caller ended the call. `disconnect`: the system did. `end`: the log knows no more.
 *
 * Exactly one of `hangup`, `disconnect`, `abandon`, `transfer`, `answer` or `end` closes a call; an
 * `end` may follow the others.
 */
export const callEventNames = [
  'start',
  'enter',
  'input',
  'noinput',
  'nomatch',
  'success',
  'failure',
  'queue',
  'answer',
  'transfer',
  'abandon',
  'hangup',
  'disconnect',
  'end',
] as const;
export type CallEventName = (typeof callEventNames)[number];

/** One row of a call log. */
export interface CallEvent {
  readonly call: string;
  /** Milliseconds since 1970 in UTC. */
  readonly at: number;
  readonly event: CallEventName;
  /** The node it happened at; empty for `start`. */
  readonly node: string;
  /** The key, the queue or the number; empty where the event has none. */
  readonly value: string;
  /** Breaks ties between events of one moment, where the log has it. */
  readonly seq?: number;
  /** The version of the script, where the log names it. */
  readonly script?: string;
  /** A number that stands for who called, where callers were asked for; never the caller's own. */
  readonly caller?: number;
}

/** An event of a call that was put together from a vendor's log. */
export interface ToldEvent extends CallEvent {
  /**
   * Set where the log doesn't say when it happened: `at` is then that of the event before, and the
   * time between the two counts for nothing.
   */
  readonly untimed?: true;
}

/** The events of which one closes a call; an `end` may follow the others. */
const closingEventNames = [
  'hangup',
  'disconnect',
  'abandon',
  'transfer',
  'answer',
  'end',
] as const satisfies readonly CallEventName[];

const closing: ReadonlySet<CallEventName> = new Set(closingEventNames);

/** Whether an event of this name closes a call. */
export function isClosing(event: CallEventName): boolean {
  return closing.has(event);
}
