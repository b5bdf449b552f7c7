import { loadZoneOffsets, type OffsetSpan } from '../../routing/zone-offsets.ts';
import { IvrError } from '../../source/ivr-error.ts';
import { mappedColumns } from '../mapping/mapped-layout.ts';
import { meaningsIn, type LogMapping } from '../mapping/mapping.ts';
import { fixedOffset } from '../mapping/zone-name.ts';
import type { Server } from './connect.ts';
import { eventSql } from './map-events.ts';
import { mappedTexts, type MappedTexts } from './map-texts.ts';
import { momentSql, writtenSql, yearsSql, type WrittenSql } from './map-times.ts';
import { sqlName } from './sql-text.ts';
import {
  freePrefix,
  placeColumns,
  type ColumnNames,
  type DeclaredColumn,
  type TableColumn,
  type TableColumns,
  type TimeUnit,
} from './table-columns.ts';

/** A table that is read by a mapping. */
export interface MappedTable {
  readonly server: Server;
  /** As statements name it. */
  readonly table: string;
  /** As errors name it. */
  readonly shown: string;
  readonly declared: readonly DeclaredColumn[];
  /** Which columns tell the place of a row. */
  readonly places: Pick<ColumnNames, 'row' | 'log'>;
}

const refuse = (what: string): IvrError =>
  new IvrError('log-layout', `A table can't be read by a mapping ${what}.`, {
    help: 'Make a view that has a row for each event, or write the log to a file and read that.',
  });

function refuseVisits({ event, exit }: LogMapping): void {
  if (exit !== undefined) throw refuse('whose rows are visits, each with its end');
  const words =
    typeof event === 'object' && 'words' in event ? Object.values(event.words ?? {}) : [];
  if (words.some((meaning) => meaningsIn(meaning).filter((one) => one !== 'skip').length > 1))
    throw refuse('in which a word means several events');
}

const text = (expression: string): TableColumn => ({
  ...{ sql: expression, kind: 'text', isNullable: false },
});

const units: Readonly<Record<string, TimeUnit>> = {
  ...{ 'epoch-s': 's', 'epoch-ms': 'ms', 'epoch-us': 'us' },
};

/** The offsets of a zone in the years of which the table has moments; none for a fixed one. */
async function spansIn(
  { server, table }: MappedTable,
  zone: string | undefined,
  written: WrittenSql,
  texts: MappedTexts,
): Promise<readonly OffsetSpan[]> {
  if (zone === undefined || fixedOffset(zone) !== undefined) return [];
  const years = yearsSql(written, texts);
  const steps = texts.aliases().map(([alias, expression]) => `${expression} AS ${alias}`);
  const [row] = await server.rows(
    `SELECT ${years.join(', ')} FROM (SELECT *, ${steps.join(', ')} FROM ${table})`,
  );
  const [least, most] = [Number(row?.['least'] ?? 0), Number(row?.['most'] ?? 0)];
  const zoneOffsets = await loadZoneOffsets();
  const [from, to] = least === 0 ? [2026, 2026] : [least, most];
  return zoneOffsets(zone, Date.UTC(from, 0, -1), Date.UTC(to + 1, 0, 3));
}

async function timeColumn(
  mapped: MappedTable,
  { at }: LogMapping,
  texts: MappedTexts,
): Promise<{ readonly column: TableColumn; readonly unit: TimeUnit | undefined }> {
  const { pattern = 'iso', zone, day, months } = typeof at === 'string' ? {} : at;
  if (day !== undefined) throw refuse('whose rows have only the time of day');
  if (months !== undefined) throw refuse('that names months in a language of its own');
  if (typeof at === 'string' || 'column' in at) {
    const { name, type, isNullable } = texts.columnOf(typeof at === 'string' ? at : at.column);
    const kind = type.startsWith('DateTime64') ? 'fractions' : 'seconds';
    if (type.startsWith('DateTime'))
      return { column: { sql: sqlName(name), kind, isNullable }, unit: undefined };
    if (/^U?Int/.test(type)) {
      const unit = units[pattern];
      if (unit === undefined)
        throw new IvrError(
          'log-layout',
          `The column "${name}" of ${mapped.shown} holds whole numbers, which may be seconds or milliseconds.`,
          { help: 'Say which in the mapping: at: {column: …, pattern: epoch-ms}.' },
        );
      return { column: { sql: sqlName(name), kind: 'integer', isNullable }, unit };
    }
  }
  const column = texts.textOf(
    typeof at === 'string' ? at : 'columns' in at ? { columns: at.columns } : at.column,
  );
  const written = writtenSql(column, pattern, texts);
  const spans = await spansIn(mapped, zone, written, texts);
  return { column: text(momentSql(column, written, { zone, spans }, texts)), unit: undefined };
}

/**
 * The columns of a log as expressions over those of a table, as a mapping says. Throws an IvrError
 * `log-layout` where a column is missing, or the mapping says what a statement can't.
 */
export async function mapTableColumns(
  mapped: MappedTable,
  mapping: LogMapping,
): Promise<TableColumns> {
  refuseVisits(mapping);
  const { shown, declared } = mapped;
  const prefix = freePrefix(declared);
  const texts = mappedTexts(shown, declared, prefix);
  for (const name of mappedColumns(mapping)) texts.columnOf(name);
  const { column: at, unit } = await timeColumn(mapped, mapping, texts);
  const { event, node, value, skips } = eventSql(mapping, texts);
  const { seq, number, script } = mapping;
  const ahead = typeof mapping.at === 'string' ? 0 : Math.round((mapping.at.ahead ?? 0) * 1000);
  return {
    of: {
      ...{ call: text(texts.textOf(mapping.call)), at },
      ...{ event: text(event), node: text(node), value: text(value) },
      ...(seq === undefined ? {} : { seq: text(texts.textOf(seq)) }),
      ...(number === undefined ? {} : { number: text(texts.textOf(number)) }),
      ...(script === undefined ? {} : { script: text(texts.textOf(script)) }),
      ...placeColumns(shown, declared, mapped.places),
    },
    ...{ unit, prefix },
    mapped: { aliases: texts.aliases(), ahead, skips },
  };
}
