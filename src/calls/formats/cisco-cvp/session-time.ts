import { parseTime } from '../../parse-time.ts';

/** The number of milliseconds that a session id holds: `10.1.2.3.1450114878607.81.Application`. */
const inId = /\.(\d{13})\./;

/** `12/14/2015 11:41:18.607`: month first in America, day first elsewhere. */
const written = /^(\d{2})\/(\d{2})\/(\d{4}) (\d{2}:\d{2}:\d{2}(?:\.\d{3})?)$/;

/** Clocks on earth are at most so far from each other, and no session is that long. */
const farthest = 36 * 3_600_000;
const quarter = 15 * 60_000;

/** When a session began, in milliseconds since 1970, UTC; nothing where its id doesn't say so. */
export function sessionStart(id: string): number | undefined {
  const [, text] = inId.exec(id) ?? [];
  return text === undefined ? undefined : Number(text);
}

/**
 * What the clock of the server showed, as if it were UTC. Which of the two numbers is the month is told
 * by the moment in the session's id.
 */
export function serverClock(text: string, start: number): number | undefined {
  const [, first, second, year, time] = written.exec(text) ?? [];
  if (first === undefined || second === undefined) return undefined;
  for (const [month, day] of [
    [first, second],
    [second, first],
  ]) {
    const shown = parseTime(`${year}-${month}-${day}T${time}Z`);
    if (typeof shown === 'number' && Math.abs(shown - start) <= farthest) return shown;
  }
  return undefined;
}

/** How far the clock of the server is from UTC, by what it showed when the session began. */
export function serverOffset(shown: number, start: number): number {
  return Math.round((shown - start) / quarter) * quarter;
}
