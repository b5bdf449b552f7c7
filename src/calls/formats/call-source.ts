import type { OpenLog } from '../read-log-text.ts';
import { logText } from '../read-log-text.ts';
import type { RowTally } from '../row-tally.ts';
import type { AnyTranslation, CallRow, LogFormat, ToldCall } from './log-format.ts';
import type { VendorLayout } from './log-layout.ts';
import { momentReader } from './moment.ts';
import { readJson, readLines, readTable, readXmlRecords, type Records } from './read-records.ts';

/** A row of a call, with the function that tells what such rows mean. */
export interface SourcedRow extends CallRow<unknown> {
  readonly tellCall: AnyTranslation<never>['tellCall'];
  /** Set for all rows of a record but its first. */
  readonly isMore?: true;
}

export type { LogFormat, ToldCall };

async function* translated<Entry extends { readonly line: number }>(
  records: Records<Entry>,
  { readRecord, tellCall }: AnyTranslation<Entry>,
  tally: RowTally,
): AsyncGenerator<readonly SourcedRow[]> {
  for await (const batch of records) {
    const rows: SourcedRow[] = [];
    for (const record of batch) {
      if ('problem' in record) {
        tally.reject(record.line, undefined, record.problem);
        continue;
      }
      const reading = readRecord(record);
      if ('reason' in reading) {
        tally.reject(record.line, reading.field, reading.reason);
        continue;
      }
      tally.use();
      reading.forEach((row, index) => {
        rows.push(index === 0 ? { ...row, tellCall } : { ...row, tellCall, isMore: true });
      });
    }
    if (rows.length > 0) yield rows;
  }
}

/**
 * Reads a vendor's log as rows of calls, in the order of the log. Every record is either used (it may
 * say nothing of any call's way) or a reject of the tally.
 */
export async function* readCallRows(
  log: OpenLog,
  layout: VendorLayout,
  tally: RowTally,
  zone: string | undefined,
): AsyncGenerator<readonly SourcedRow[]> {
  const moments = await momentReader(zone);
  const text = logText(log);
  switch (layout.kind) {
    case 'table': {
      const records = layout.records?.() ?? readTable(text, layout.table);
      yield* translated(records, await layout.format.load(moments), tally);
      return;
    }
    case 'json': {
      const records = layout.records?.() ?? readJson(text, layout.format);
      yield* translated(records, await layout.format.load(moments), tally);
      return;
    }
    case 'xml': {
      const records = readXmlRecords(text, layout.format.element);
      yield* translated(records, await layout.format.load(moments), tally);
      return;
    }
    case 'lines':
      yield* translated(readLines(text), await layout.format.load(moments), tally);
  }
}
