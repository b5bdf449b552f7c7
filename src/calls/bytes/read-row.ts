import type { LogColumn, LogColumns } from '../log-columns.ts';
import { rowEvent } from '../row-event.ts';
import { createCleanTime } from './clean-time.ts';
import { createPlainRow, type PlainRow } from './plain-row.ts';
import type { ByteReaderOptions } from './read-bytes.ts';
import { planRows } from './row-plan.ts';
import { createSuffixTable, noCode } from './suffix-table.ts';
import { createUnquoter } from './unquote-row.ts';
import { createUsualRows, type UsualRows } from './usual-rows.ts';

const sampleTime = '2026-01-01T00:00:00Z';
/** Longer ones are free text. */
const longestSuffix = 4096;
/** A log that has more of them holds something in its rows that is new in each. */
const mostSuffixes = 1 << 16;

/** The columns behind the id and the moment, where these come first; nothing for no name that is known. */
function suffixColumns({ width, position }: LogColumns): (LogColumn | undefined)[] | undefined {
  if (position.call !== 0 || position.at !== 1) return undefined;
  const named = new Map(Object.entries(position).map(([name, at]) => [at, name as LogColumn]));
  return Array.from({ length: width - 2 }, (_, index) => named.get(index + 2));
}

/** Reads rows as bytes, by the quickest way that can take each. */
export interface RowReader {
  /** Reads as many rows as are as most logs have them; told by `useRows`. */
  readonly usual: UsualRows;
  /** Reads a row of columns in any order, or one without the quotes that nothing in it needs; -1 for all others. */
  readonly other: PlainRow;
}

/** A reader of the rows of a log; `useRows` is told of rows that `usual` has read. */
export function createRowReader(
  { condensing, log, tally, columns }: ByteReaderOptions,
  useRows: (rows: number) => void,
): RowReader {
  const { events, condenser } = condensing;
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const plan = planRows(columns);
  const unquoted = createUnquoter();
  const sink = { condenser, readTime: createCleanTime(condenser.now) };
  let suffixesSeen = 0;

  const textOf = (bytes: DataView, from: number, to: number): string =>
    decoder.decode(new Uint8Array(bytes.buffer, bytes.byteOffset + from, to - from));

  /** The code of a row that holds these fields in some of its columns. */
  const codeOf = (keys: readonly (LogColumn | undefined)[], texts: readonly string[]): number => {
    const fields = Array.from({ length: columns.width }, () => '');
    const put = (column: LogColumn | undefined, field: string): void => {
      const index = column === undefined ? undefined : columns.position[column];
      if (index !== undefined) fields[index] = field;
    };
    put('call', 'x');
    put('at', sampleTime);
    keys.forEach((column, index) => {
      put(column, texts[index] ?? '');
    });
    const event = rowEvent(fields, columns);
    return 'reason' in event || event.seq !== undefined ? noCode : events.codeOf(event, log);
  };

  const readPlain = createPlainRow({
    ...{ ...sink, plan, use: tally.use },
    suffixes: createSuffixTable((bytes, from, to) =>
      codeOf(plan.keys, textOf(bytes, from, to).split(',')),
    ),
  });

  const behind = suffixColumns(columns);
  const readUsual =
    behind === undefined
      ? undefined
      : createUsualRows({
          ...{ ...sink, use: useRows },
          suffixes: createSuffixTable((bytes, from, to) => {
            suffixesSeen += 1;
            if (to - from > longestSuffix) return noCode;
            const text = textOf(bytes, from, to).replace(/\r$/, '');
            const texts = text.split(',');
            const isPlain = texts.length === behind.length && !/["\r]/.test(text);
            return isPlain ? codeOf(behind, texts) : noCode;
          }),
        });

  return {
    usual: (bytes, from, end) =>
      readUsual !== undefined && suffixesSeen < mostSuffixes ? readUsual(bytes, from, end) : from,
    other(bytes, from) {
      const end = readPlain(bytes, from);
      if (end >= 0) return end;
      const plain = unquoted(bytes, from);
      return plain !== undefined && readPlain(plain.bytes, 0) >= 0 ? plain.end : -1;
    },
  };
}
