/**
 * How a call ended; every call has exactly one.
 *
 * `self-served`: a task succeeded and the caller left. `routed`: reached the queue that the path
 * leads to. `opted-out`: asked for a person with an agent key. `hung-up`: left inside the menus
 * without success (a drop-out). `timed-out`: the system ended it after no input or no match.
 * `failed`: a system error ended it. `queue-abandoned`: left while waiting. `messaged`: left a
 * voicemail or asked for a callback. `unfinished`: the log ends before the call does.
 */
export const outcomes = [
  'self-served',
  'routed',
  'opted-out',
  'hung-up',
  'timed-out',
  'failed',
  'queue-abandoned',
  'messaged',
  'unfinished',
] as const;
export type Outcome = (typeof outcomes)[number];
