import type { CallEvent } from '../call-event.ts';
import { readJson, readTable, type NoRecord, type Records } from '../formats/read-records.ts';
import type { JsonRecord } from '../formats/log-format.ts';
import { fieldAt } from '../formats/values.ts';
import type { Pseudonym } from '../log-engine.ts';
import { logText, type OpenLog } from '../read-log-text.ts';
import type { RowTally } from '../row-tally.ts';
import { mappedColumns, type MappedLayout } from './mapped-layout.ts';
import type { LogMapping } from './mapping.ts';
import { rowMapper, type EventsAt } from './row-mapper.ts';
import { columnsOf, type FieldOf } from './text-of.ts';
import { orderTeller, type Settled } from './told-twice.ts';

/** A row on its way: with its events, or with what became of it already. */
type HeldRow =
  | { readonly line: number; readonly eventsAt: EventsAt }
  | { readonly line: number; readonly rejected: Rejected | undefined };

interface Rejected {
  readonly column?: string | undefined;
  readonly reason: string;
}

/** A row with its texts by column. */
export interface MappedRecord {
  readonly line: number;
  readonly field: FieldOf;
}

/** The records of a log; those of JSON must hold a text, or nothing, in every field that is read. */
async function* recordsOf(
  log: OpenLog,
  layout: MappedLayout,
  mapping: LogMapping,
): Records<MappedRecord> {
  const text = logText(log);
  if (layout.kind === 'table') {
    yield* readTable(text, layout.table);
    return;
  }
  const columns = mappedColumns(mapping);
  const recordOf = (record: JsonRecord | NoRecord): MappedRecord | NoRecord => {
    if ('problem' in record) return record;
    const { line, value } = record;
    return columns.every((column) => fieldAt(value, column) !== undefined)
      ? { line, field: (column) => fieldAt(value, column)?.trim() ?? '' }
      : { line, problem: 'field not text' };
  };
  for await (const batch of readJson(text, layout)) yield batch.map(recordOf);
}

/**
 * Reads a log by its mapping, as a stream of events in the order of its rows. Every row is used or a
 * reject of the tally; one that the mapping skips is used. Callers are read only where a pseudonym is
 * made of them.
 */
export function readMappedLog(
  log: OpenLog,
  layout: MappedLayout,
  mapping: LogMapping,
  tally: RowTally,
  pseudonym?: Pseudonym,
): AsyncGenerator<readonly CallEvent[]> {
  return readMappedRecords(recordsOf(log, layout, mapping), mapping, tally, pseudonym);
}

/** The same for rows that were taken apart already. */
export async function* readMappedRecords(
  records: AsyncIterable<readonly (MappedRecord | NoRecord)[]>,
  mapping: LogMapping,
  tally: RowTally,
  pseudonym?: Pseudonym,
): AsyncGenerator<readonly CallEvent[]> {
  const mapRow = await rowMapper(mapping, pseudonym);
  const order = orderTeller<HeldRow>();

  const [column, another] = columnsOf(mapping.at);
  const twice: Rejected = {
    column: another === undefined ? column : undefined,
    reason: 'time that comes twice',
  };

  const eventsOf = ({ row, at }: Settled<HeldRow>): readonly CallEvent[] => {
    const settled = (eventsAt: EventsAt) => (at === undefined ? twice : eventsAt(at));
    const events = 'eventsAt' in row ? settled(row.eventsAt) : (row.rejected ?? []);
    if ('reason' in events) {
      tally.reject(row.line, events.column, events.reason);
      return [];
    }
    tally.use();
    return events;
  };
  const decided = (line: number, rejected?: Rejected): readonly CallEvent[] =>
    order.take({ row: { line, rejected }, at: undefined }).flatMap(eventsOf);
  const mapped = (line: number, field: FieldOf): readonly CallEvent[] => {
    const row = mapRow(field);
    if (row === 'skip') return decided(line);
    if ('reason' in row) return decided(line, row);
    return order.take({ ...row, row: { line, eventsAt: row.eventsAt } }).flatMap(eventsOf);
  };
  const readRecord = (record: MappedRecord | NoRecord): readonly CallEvent[] =>
    'problem' in record
      ? decided(record.line, { reason: record.problem })
      : mapped(record.line, record.field);

  for await (const batch of records) {
    const events = batch.flatMap(readRecord);
    if (events.length > 0) yield events;
  }
  const last = order.finish().flatMap(eventsOf);
  if (last.length > 0) yield last;
}
