import type { CallEvent } from './call-event.ts';
import { createCsvReader, rowsBy, type LogRow } from './csv-rows.ts';
import { withoutSeparatorLine } from './header-line.ts';
import { createJsonReader } from './json-rows.ts';
import { emptyLogError, orderedColumns, readLogColumns, type LogColumns } from './log-columns.ts';
import type { Pseudonym } from './log-engine.ts';
import { nativeSeparator } from './native-separator.ts';
import { logText, type OpenLog } from './read-log-text.ts';
import { rowEvent } from './row-event.ts';
import type { RowTally } from './row-tally.ts';
import { textLines, type LineBatch } from './text-lines.ts';

/** The rows of a log, and where its columns stand if that is known before the first row. */
interface LogRows {
  readonly rows: AsyncIterable<readonly LogRow[]>;
  readonly columns: LogColumns | undefined;
}

/** A log whose first row is an object is JSON Lines; every other one is CSV, with the separator of its header. */
async function rowsOf(log: OpenLog): Promise<LogRows> {
  const batches = withoutSeparatorLine(textLines(logText(log)));
  const held: LineBatch[] = [];
  let firstText: string | undefined;
  while (firstText === undefined) {
    const next = await batches.next();
    if (next.done === true) break;
    held.push(next.value);
    firstText = next.value.lines.find((line) => line.trim() !== '');
  }
  async function* all(): AsyncGenerator<LineBatch> {
    yield* held;
    yield* batches;
  }
  return firstText?.trimStart().startsWith('{') === true
    ? { rows: rowsBy(createJsonReader(), all()), columns: orderedColumns }
    : {
        rows: rowsBy(createCsvReader(undefined, nativeSeparator(firstText ?? '')), all()),
        columns: undefined,
      };
}

/**
 * Reads a native log, CSV or JSON Lines, as a stream of events in the order of its rows. Every row
 * (after the header of a CSV) is either an event or a reject of the tally. Throws an IvrError
 * `log-layout` when the header lacks a column, `log-unreadable` when it is no text.
 */
export async function* readOpenLog(
  path: string,
  log: OpenLog,
  tally: RowTally,
  pseudonym?: Pseudonym,
): AsyncGenerator<readonly CallEvent[]> {
  const { rows: batches, columns: known } = await rowsOf(log);
  let columns = known;
  for await (const rows of batches) {
    const events: CallEvent[] = [];
    for (const row of rows) {
      if (columns === undefined) {
        columns = readLogColumns(path, row.line, 'fields' in row ? row.fields : []);
        continue;
      }
      if ('problem' in row) {
        tally.reject(row.line, undefined, row.problem);
        continue;
      }
      const event = rowEvent(row.fields, columns, pseudonym);
      if ('reason' in event) tally.reject(row.line, event.column, event.reason);
      else {
        tally.use();
        events.push(event);
      }
    }
    if (events.length > 0) yield events;
  }
  if (columns === undefined) throw emptyLogError(path);
}
