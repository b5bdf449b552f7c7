import { longestSilence } from '../order-rows.ts';
import type { SourcedRow } from './call-source.ts';
import { joinTold } from './join-told.ts';
import type { Telling, ToldCall } from './log-format.ts';

/**
 * Rows in order of time; within a moment in their order in the log, or against it where the log has
 * its newest rows first.
 */
function inOrder(rows: readonly SourcedRow[]): readonly SourcedRow[] {
  let [rises, falls] = [false, false];
  for (let index = 1; index < rows.length; index += 1) {
    const step = (rows[index]?.at ?? 0) - (rows[index - 1]?.at ?? 0);
    if (step > 0) rises = true;
    if (step < 0) falls = true;
  }
  if (!falls) return rows;
  return (rises ? [...rows] : rows.toReversed()).sort((a, b) => a.at - b.at);
}

/** The rows of an id, call by call: no call is silent for a day, so what follows is another one. */
function callsIn(rows: readonly SourcedRow[]): readonly (readonly SourcedRow[])[] {
  const [first] = rows;
  if (first === undefined) return [];
  let [from, to] = [first.at, first.at];
  for (const { at } of rows) {
    from = Math.min(from, at);
    to = Math.max(to, at);
  }
  if (to - from <= longestSilence) return [rows];
  const moments = rows.map(({ at }) => at).sort((a, b) => a - b);
  const begins = moments.filter(
    (at, index) => at - (moments[index - 1] ?? Number.NEGATIVE_INFINITY) > longestSilence,
  );
  const calls = begins.map((): SourcedRow[] => []);
  for (const row of rows) calls[begins.findLastIndex((begin) => begin <= row.at)]?.push(row);
  return calls;
}

interface Once {
  readonly rows: readonly SourcedRow[];
  /** Records that were there already. */
  readonly again: number;
}

/**
 * Rows without those that say the same of the same moment as one before them: vendors deliver records
 * at least once, and exports overlap. A record with several rows is told by its first.
 */
function once(rows: readonly SourcedRow[]): Once {
  const byMoment = new Map<number, SourcedRow[]>();
  let again = 0;
  const isNew = (row: SourcedRow): boolean => {
    const before = byMoment.get(row.at);
    if (before === undefined) {
      byMoment.set(row.at, [row]);
      return true;
    }
    const facts = JSON.stringify(row.facts);
    const isKnown = before.some(
      (one) => one.tellCall === row.tellCall && JSON.stringify(one.facts) === facts,
    );
    if (isKnown && row.isMore !== true) again += 1;
    if (!isKnown) before.push(row);
    return !isKnown;
  };
  const kept = rows.filter(isNew);
  return { rows: kept, again };
}

/** The calls that all rows of one id tell; each source tells its own, and they are joined. */
export function tellRows(rows: readonly SourcedRow[], telling: Telling): readonly ToldCall[] {
  return callsIn(rows).map((call) => {
    const { rows: own, again } = once(call);
    const sources = new Map<SourcedRow['tellCall'], SourcedRow[]>();
    for (const row of inOrder(own)) {
      const known = sources.get(row.tellCall);
      if (known === undefined) sources.set(row.tellCall, [row]);
      else known.push(row);
    }
    const told = joinTold([...sources].map(([tellCall, all]) => tellCall(all, telling)));
    return again === 0 ? told : { ...told, superseded: (told.superseded ?? 0) + again };
  });
}

/** The calls that rows of any ids tell, those of an id in the order in which it comes first. */
export function* tellCalls(
  rows: readonly SourcedRow[],
  telling: Telling,
): Generator<ToldCall, void, undefined> {
  const calls = new Map<string, SourcedRow[]>();
  for (const row of rows) {
    const known = calls.get(row.call);
    if (known === undefined) calls.set(row.call, [row]);
    else known.push(row);
  }
  for (const own of calls.values()) yield* tellRows(own, telling);
}
