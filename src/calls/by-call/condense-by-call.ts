import { join } from 'node:path';
import {
  beginCondensing,
  eventAdder,
  type CondensingOptions,
  type EventSink,
} from '../begin-condensing.ts';
import { wholeLog } from '../bytes/part.ts';
import type { CondensedRun } from '../condense-in-turns.ts';
import type { EventLog } from '../event-log.ts';
import type { OnReject } from '../log-engine.ts';
import { addRowCounts, createRowTally } from '../row-tally.ts';
import { makeTemporaryFolder } from '../aside/temporary-folder.ts';
import { memoryForRows, partsFor } from './call-parts.ts';
import { createRowSorter } from './sort-rows.ts';
import { openSortedRows } from './sorted-rows.ts';

export interface ByCallOptions extends Pick<CondensingOptions, 'known' | 'details' | 'pseudonym'> {
  readonly onReject: OnReject | undefined;
  /** Bytes of memory that the work may take: rows beyond it are put aside on disk. */
  readonly memory: number;
}

/**
 * Condenses logs whose rows come in any order: puts all rows aside, divided by the hash of the call's id, and
 * counts the calls part by part. So each log is read once, and no more memory is needed than for the calls of
 * a part. Throws an IvrError `file-unwritable` where rows can't be put aside.
 */
export async function condenseByCall(
  logs: readonly EventLog[],
  { onReject, memory, ...options }: ByCallOptions,
): Promise<CondensedRun> {
  const condensing = beginCondensing({ ...options, logs: logs.length, keepsAll: true });
  const { events, condenser, pseudonym } = condensing;
  const parts = partsFor(logs.reduce((sum, { rows }) => sum + rows, 0));
  const folder = await makeTemporaryFolder('rows');
  try {
    const file = join(folder.path, 'rows');
    const sorter = createRowSorter({ parts, memory: memoryForRows(memory), file });
    const sink: EventSink = {
      ...{ events, condenser: sorter.condenser, part: wholeLog, pseudonym },
      add: eventAdder(events, sorter.condenser),
    };
    const tallies = logs.map(({ path }) => createRowTally(path, onReject));
    for (const [index, log] of logs.entries()) {
      const feed = await log.open(sink, index, tallies[index] ?? createRowTally(log.path));
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
    return { condensing, rows: addRowCounts(tallies.map((tally) => tally.counts())) };
  } finally {
    await folder.remove();
  }
}
