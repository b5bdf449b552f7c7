import { beginCondensing, eventAdder } from '../begin-condensing.ts';
import { partialLog, type PartialLog } from '../bytes/partial-log.ts';
import type { PlainHeader } from '../bytes/plain-header.ts';
import type { LogRange } from '../bytes/range-log.ts';
import { createByteReader } from '../bytes/read-bytes.ts';
import type { RangeReading } from '../condense-range.ts';
import { createEventTable } from '../event-table.ts';
import type { KnownValues } from '../kept-value.ts';
import type { CountTask, SortedRange } from '../log-tasks.ts';
import { createPathTrie } from '../path-trie.ts';
import { createRowTally, noRows } from '../row-tally.ts';
import { createRowSorter, type SortingOptions } from './sort-rows.ts';
import { codedRows, openSortedRows } from './sorted-rows.ts';

/** Begins to sort the rows of a range of a log by their calls. */
export function sortRange(
  path: string,
  { columns, length, firstLine }: PlainHeader,
  range: LogRange,
  known: KnownValues,
  sorting: SortingOptions,
): RangeReading<SortedRange> {
  const tally = createRowTally(path);
  const events = createEventTable(createPathTrie(), known);
  const { condenser, end } = createRowSorter(sorting);
  const condensing = { events, condenser, add: eventAdder(events, condenser) };
  const isFirst = range.from === length;
  const reader = createByteReader({
    ...{ condensing, log: 0, tally, columns },
    firstLine: isFirst ? firstLine : 1,
  });
  return {
    take: reader.take,
    isTorn: () => false,
    finish() {
      const isHolding = reader.isHolding() && !range.isLast;
      reader.end();
      const counts = tally.counts();
      return { ...codedRows(end(), events), counts, lines: reader.nextLine() - 1, isHolding };
    },
  };
}

/** Counts the calls of some parts, out of the rows of all ranges of a log. */
export function countRanges({ known, sorted, parts }: Omit<CountTask, 'does'>): PartialLog {
  const condensing = beginCondensing({ known, keepsAll: true });
  const { condenser, events } = condensing;
  const ranges = sorted.map((range) => {
    const codes = Int32Array.from(range.events, (event) => events.codeOf(event, 0));
    return openSortedRows(range, condenser, (code) => codes[code] ?? 0);
  });
  try {
    for (const part of parts) {
      for (const range of ranges) range.addPart(part);
      condenser.letGoAll();
    }
  } finally {
    for (const range of ranges) range.close();
  }
  return partialLog(condensing, noRows);
}
