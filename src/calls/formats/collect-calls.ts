import { latestRow, longestSilence } from '../order-rows.ts';
import type { SourcedRow } from './call-source.ts';
import type { ToldCall } from './log-format.ts';
import type { NodeNames } from './node-names.ts';
import { tellRows } from './tell-rows.ts';

export interface CollectorOptions {
  /** Calls are let go only while more rows than these are held. */
  readonly heldAtLeast?: number | undefined;
}

/** Brings the rows of calls together and has each call told when all of it is there. */
export interface CallCollector {
  /** Takes rows; gives the calls that no row can belong to any more. */
  readonly take: (rows: readonly SourcedRow[]) => readonly ToldCall[];
  /** Whether a row came so late that its call may have been told before it: then nothing counts. */
  readonly isTorn: () => boolean;
  /** Rows of calls that are open. */
  readonly held: () => number;
  /** The calls that are left. */
  readonly finish: () => readonly ToldCall[];
}

interface Collected {
  readonly rows: SourcedRow[];
  lastAt: number;
}

const sweepEvery = 4096;

/**
 * Calls are let go after a day of silence, by the log's own time, and at its end: vendors' logs seldom
 * say which row is a call's last. A row that comes more than five minutes late shows a log out of
 * order: from there on nothing is let go before the end, and the result is torn if something was.
 */
export function createCallCollector(
  names: NodeNames,
  { heldAtLeast = 0 }: CollectorOptions = {},
): CallCollector {
  const open = new Map<string, Collected>();
  let to = Number.NEGATIVE_INFINITY;
  let letsGo = true;
  let [released, torn, held] = [false, false, 0];
  let rowsToSweep = sweepEvery;

  const sweep = (): readonly ToldCall[] => {
    const told: ToldCall[] = [];
    for (const [id, { rows, lastAt }] of open) {
      if (to - lastAt <= longestSilence + latestRow) continue;
      open.delete(id);
      held -= rows.length;
      released = true;
      told.push(...tellRows(rows, { names, logEnd: to }));
    }
    rowsToSweep = Math.max(sweepEvery, open.size);
    return told;
  };

  return {
    take(rows) {
      for (const row of rows) {
        if (row.at < to - latestRow) {
          letsGo = false;
          torn ||= released;
        }
        to = Math.max(to, row.at);
        held += 1;
        const known = open.get(row.call);
        if (known === undefined) open.set(row.call, { rows: [row], lastAt: row.at });
        else {
          known.rows.push(row);
          known.lastAt = Math.max(known.lastAt, row.at);
        }
      }
      rowsToSweep -= rows.length;
      return letsGo && rowsToSweep <= 0 && held >= heldAtLeast ? sweep() : [];
    },
    isTorn: () => torn,
    held: () => held,
    finish() {
      const told = [...open.values()].flatMap(({ rows }) => tellRows(rows, { names, logEnd: to }));
      open.clear();
      held = 0;
      return told;
    },
  };
}
