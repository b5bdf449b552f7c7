import { isClosing, type ToldEvent } from '../call-event.ts';

/** A call that was busy so shortly before the end of a log, in milliseconds, may go on behind it. */
const stillGoing = 2 * 60_000;

/** What the log knows of the end of a call that it doesn't tell. */
export interface UntoldEnd {
  readonly call: string;
  /** The last moment at which the call is known to have been there. */
  readonly lastAt: number;
  readonly logEnd: number;
  readonly node: string | undefined;
  /** Whether the call was where something else takes it on: in a queue, in another flow. */
  readonly isHandedOn: boolean;
}

/**
 * The end of a call whose log stops without one: its caller hung up, at an unknown moment, unless it
 * was handed on, or the log itself ends just there. Nothing where the end is told.
 */
export function untoldEnd(
  events: readonly ToldEvent[],
  { call, lastAt, logEnd, node, isHandedOn }: UntoldEnd,
): readonly ToldEvent[] {
  const last = events.at(-1);
  if (last === undefined || isClosing(last.event)) return [];
  const event = isHandedOn || logEnd - lastAt < stillGoing ? 'end' : 'hangup';
  return [{ call, at: lastAt, event, node: node ?? '', value: '', untimed: true }];
}
