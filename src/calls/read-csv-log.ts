import type { CallEvent } from './call-event.ts';
import { csvRows } from './csv-rows.ts';
import { emptyLogError, readLogColumns, type LogColumns } from './log-columns.ts';
import { logText, openLog, type LogInput, type OpenLog } from './read-log-text.ts';
import { rowEvent } from './row-event.ts';
import type { RowTally } from './row-tally.ts';
import { textLines } from './text-lines.ts';

/**
 * Reads a native CSV log as a stream of events, in the order of its rows. Every row behind the header
 * is either an event or a reject of the tally. Throws an IvrError `log-layout` when the header lacks
 * a column, `log-unreadable` when it is no text.
 */
export async function* readCsvLog(
  input: LogInput,
  tally: RowTally,
): AsyncGenerator<readonly CallEvent[]> {
  yield* readOpenLog(input.path, await openLog(input), tally);
}

/** The same for a log that is open already. */
export async function* readOpenLog(
  path: string,
  log: OpenLog,
  tally: RowTally,
): AsyncGenerator<readonly CallEvent[]> {
  let columns: LogColumns | undefined;
  for await (const rows of csvRows(textLines(logText(log)))) {
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
      const event = rowEvent(row.fields, columns);
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
