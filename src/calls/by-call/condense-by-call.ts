import { join } from 'node:path';
import {
  beginCondensing,
  eventAdder,
  type Condensing,
  type CondensingOptions,
  type EventSink,
} from '../begin-condensing.ts';
import type { CondensedRun } from '../condense-in-turns.ts';
import type { EventLog } from '../event-log.ts';
import type { OnReject } from '../log-engine.ts';
import { createRowTally, type RowTally } from '../row-tally.ts';
import { makeTemporaryFolder } from '../aside/temporary-folder.ts';
import { memoryForRows, partsFor } from './call-parts.ts';
import { createRowSorter } from './sort-rows.ts';
import { openSortedRows } from './sorted-rows.ts';

/** A log, its place among those that are condensed together, and what its rows are told. */
export interface TalliedLog extends EventLog {
  readonly index: number;
  readonly tally: RowTally;
}

/**
 * Counts the calls of logs whose rows come in any order: puts all rows aside, divided by the hash of the call's
 * id, and counts the calls part by part. So each log is read once, and no more memory is needed than for the
 * calls of a part. `memory` are the bytes that the work may take: rows beyond it are put aside on disk. Throws
 * an IvrError `file-unwritable` where that can't be.
 */
export async function countByCall(
  logs: readonly TalliedLog[],
  { events, condenser, pseudonym }: Condensing,
  memory: number,
): Promise<void> {
  if (logs.length === 0) return;
  const parts = partsFor(logs.reduce((sum, { rows }) => sum + rows, 0));
  const folder = await makeTemporaryFolder('rows');
  try {
    const file = join(folder.path, 'rows');
    const sorter = createRowSorter({ parts, memory: memoryForRows(memory), file });
    const sink: EventSink = {
      ...{ events, condenser: sorter.condenser, pseudonym },
      add: eventAdder(events, sorter.condenser),
    };
    for (const { open, index, tally } of logs) {
      const feed = await open(sink, index, tally);
      try {
        while (await feed.advance());
      } finally {
        await feed.close();
      }
    }
    const sorted = openSortedRows(sorter.end(), condenser, (code) => code);
    try {
      for (let part = 0; part < parts; part += 1) {
        sorted.addPart(part);
        condenser.letGoAll();
      }
    } finally {
      sorted.close();
    }
  } finally {
    await folder.remove();
  }
}

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
  await countByCall(tallied, condensing, memory);
  return { condensing, rows: tallied.map(({ tally }) => tally.counts()) };
}
