import { latestRow, longestSilence } from '../order-rows.ts';
import type { SourcedRow } from './call-source.ts';
import { joinTold } from './join-told.ts';
import type { Telling, ToldCall } from './log-format.ts';
import type { NodeNames } from './node-names.ts';

/** Brings the rows of calls together and has each call told when all of it is there. */
export interface CallCollector {
  /** Takes rows; gives the calls that no row can belong to any more. */
  readonly take: (rows: readonly SourcedRow[]) => readonly ToldCall[];
  /** The calls that are left. */
  readonly finish: () => readonly ToldCall[];
}

interface Collected {
  readonly rows: SourcedRow[];
  lastAt: number;
}

const sweepEvery = 4096;

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

function tell({ rows }: Collected, telling: Telling): ToldCall {
  const sources = new Map<SourcedRow['tellCall'], SourcedRow[]>();
  for (const row of inOrder(rows)) {
    const known = sources.get(row.tellCall);
    if (known === undefined) sources.set(row.tellCall, [row]);
    else known.push(row);
  }
  return joinTold([...sources].map(([tellCall, own]) => tellCall(own, telling)));
}

/**
 * Calls are let go after a day of silence, by the log's own time, and at its end: vendors' logs seldom
 * say which row is a call's last. A row that comes more than five minutes late shows a log out of
 * order: from there on nothing is let go before the end.
 */
export function createCallCollector(names: NodeNames): CallCollector {
  const open = new Map<string, Collected>();
  let to = Number.NEGATIVE_INFINITY;
  let isInOrder = true;
  let rowsToSweep = sweepEvery;

  const sweep = (): readonly ToldCall[] => {
    const told: ToldCall[] = [];
    for (const [id, call] of open) {
      if (to - call.lastAt <= longestSilence + latestRow) continue;
      open.delete(id);
      told.push(tell(call, { names, logEnd: to }));
    }
    rowsToSweep = Math.max(sweepEvery, open.size);
    return told;
  };

  return {
    take(rows) {
      for (const row of rows) {
        const known = open.get(row.call);
        if (known === undefined) open.set(row.call, { rows: [row], lastAt: row.at });
        else {
          known.rows.push(row);
          known.lastAt = Math.max(known.lastAt, row.at);
        }
        if (row.at < to - latestRow) isInOrder = false;
        to = Math.max(to, row.at);
      }
      rowsToSweep -= rows.length;
      return isInOrder && rowsToSweep <= 0 ? sweep() : [];
    },
    finish() {
      const told = [...open.values()].map((call) => tell(call, { names, logEnd: to }));
      open.clear();
      return told;
    },
  };
}
