import { join } from 'node:path';
import { makeTemporaryFolder } from '../aside/temporary-folder.ts';
import {
  beginCondensing,
  eventAdder,
  type Condensing,
  type CondensingOptions,
  type EventSink,
} from '../begin-condensing.ts';
import { mergePartialCalls } from '../bytes/partial-log.ts';
import type { CondensedCalls } from '../condensed-log.ts';
import type { CondensedRun } from '../condense-in-turns.ts';
import type { EventLog } from '../event-log.ts';
import { nothingKnown, type KnownValues } from '../kept-value.ts';
import type { OnReject } from '../log-engine.ts';
import { createRowTally, type RowTally } from '../row-tally.ts';
import { threadsFor } from '../threads-for.ts';
import { memoryForRows, partsFor } from './call-parts.ts';
import { createRowSorter } from './sort-rows.ts';
import { bytesOf, codedRows, openSortedRows, type SortedRows } from './sorted-rows.ts';

/** A log, its place among those that are condensed together, and what its rows are told. */
export interface TalliedLog extends EventLog {
  readonly index: number;
  readonly tally: RowTally;
}

/** Rows that are put aside, divided into so many parts of the calls. */
interface AsideRows {
  readonly sorted: SortedRows;
  readonly parts: number;
}

/**
 * Puts the rows of logs aside, divided by the hash of the call's id, and has them counted. `memory` are the bytes
 * that the work may take: rows beyond it go to disk. Throws an IvrError `file-unwritable` where that can't be.
 */
async function withRowsAside<Result>(
  logs: readonly TalliedLog[],
  { events, pseudonym }: Condensing,
  memory: number,
  count: (rows: AsideRows) => Result | Promise<Result>,
): Promise<Result> {
  const parts = partsFor(rowsOf(logs));
  const folder = await makeTemporaryFolder('rows');
  try {
    const file = join(folder.path, 'rows');
    const { condenser, end } = createRowSorter({ parts, memory: memoryForRows(memory), file });
    const sink: EventSink = { events, condenser, pseudonym, add: eventAdder(events, condenser) };
    for (const { open, index, tally } of logs) {
      const feed = await open(sink, index, tally);
      try {
        while (await feed.advance());
      } finally {
        await feed.close();
      }
    }
    return await count({ sorted: end(), parts });
  } finally {
    await folder.remove();
  }
}

const rowsOf = (logs: readonly EventLog[]): number => logs.reduce((sum, { rows }) => sum + rows, 0);

/** Counts rows that are put aside part by part, so that no more memory is needed than for the calls of one. */
function countParts({ sorted, parts }: AsideRows, { condenser }: Condensing): void {
  const reader = openSortedRows(sorted, condenser, (code) => code);
  try {
    for (let part = 0; part < parts; part += 1) {
      reader.addPart(part);
      condenser.letGoAll();
    }
  } finally {
    reader.close();
  }
}

/**
 * Counts the calls of logs whose rows come in any order; each log is read once. See `withRowsAside` for `memory`
 * and errors.
 */
export async function countByCall(
  logs: readonly TalliedLog[],
  condensing: Condensing,
  memory: number,
): Promise<void> {
  if (logs.length === 0) return;
  await withRowsAside(logs, condensing, memory, (rows) => {
    countParts(rows, condensing);
  });
}

/** Has several threads count the parts of a log. */
async function countInThreads(
  { sorted, parts }: AsideRows,
  { events }: Condensing,
  known: KnownValues,
  atOnce: number,
): Promise<CondensedCalls> {
  const { beginLogThreads } = await import('../log-threads.ts');
  const { countSortedInThreads } = await import('./sort-in-threads.ts');
  const work = { known, threads: beginLogThreads(0), atOnce };
  return mergePartialCalls(await countSortedInThreads([codedRows(sorted, events)], parts, work));
}

/** How much more a row takes in a text, about, than put aside. */
const timesInFile = 2;

export interface ByCallOptions extends Pick<CondensingOptions, 'known' | 'details' | 'pseudonym'> {
  readonly onReject: OnReject | undefined;
  readonly memory: number;
}

/** Condenses logs whose rows come in any order; see `countByCall`. */
export async function condenseByCall(
  logs: readonly EventLog[],
  { onReject, memory, ...options }: ByCallOptions,
): Promise<CondensedRun> {
  const condensing = beginCondensing({ ...options, logs: logs.length, keepsAll: true });
  const tallied = logs.map((log, index) => {
    return { ...log, index, tally: createRowTally(log.path, onReject) };
  });
  // Threads know neither what is counted besides paths, nor the logs that rows stand in.
  const mayShare = options.details === undefined && logs.length === 1;
  const finish = await withRowsAside(tallied, condensing, memory, async (aside) => {
    const atOnce = mayShare ? threadsFor(bytesOf(aside.sorted) * timesInFile) : 1;
    if (atOnce === 1) {
      countParts(aside, condensing);
      return condensing.finish;
    }
    const known = options.known ?? nothingKnown;
    const calls = await countInThreads(aside, condensing, known, atOnce);
    return () => calls;
  });
  return { rows: tallied.map(({ tally }) => tally.counts()), finish };
}
