import { languageSchema, durationSchema } from '../../../script/value-schemas.ts';
import { nameFrom } from '../../../script/names.ts';
import type { Cell, Row } from '../../../source/read-table.ts';
import type { Place, Source } from '../../../source/source.ts';
import { placeOf, type DirectoryDraft, type DraftEntries } from '../directory-draft.ts';
import type { ColumnKind, Columns } from './queue-columns.ts';

type Queue = DraftEntries['queues'];
type Overflow = NonNullable<Queue['overflow']>[number];

/** The names in a cell: `en; el`, `en|el`, `en, el`. */
const listOf = ({ text }: Cell): readonly string[] =>
  text
    .split(/[;,|]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Reads the cells of one row; what can't be used is told at its cell. */
interface RowReader {
  readonly cell: (kind: ColumnKind) => Cell | undefined;
  readonly refuse: (cell: Cell, why: string) => void;
}

function rowReader(row: Row, columns: Columns, source: Source, draft: DirectoryDraft): RowReader {
  return {
    cell(kind) {
      const position = columns.get(kind);
      const cell = position === undefined ? undefined : row.cells[position];
      return cell === undefined || cell.text === '' ? undefined : cell;
    },
    refuse(cell, why) {
      draft.findings.push({
        ruleId: 'invalid-value',
        severity: 'warning',
        message: `"${cell.text}" ${why}, so it is left out.`,
        data: { value: cell.text },
        subject: '',
        at: placeOf(source, cell),
        related: [],
        help: 'Correct it in the table.',
      });
    },
  };
}

function countIn({ cell, refuse }: RowReader, kind: 'capacity' | 'priority'): number | undefined {
  const found = cell(kind);
  if (found === undefined) return undefined;
  if (/^\d{1,9}$/.test(found.text)) return Number(found.text);
  refuse(found, 'is no whole number');
  return undefined;
}

function languagesIn({ cell, refuse }: RowReader): readonly string[] {
  const found = cell('languages');
  if (found === undefined) return [];
  return listOf(found).flatMap((text) => {
    const tag = text.replaceAll('_', '-');
    if (languageSchema.safeParse(tag).success) return [tag];
    refuse(found, `names the language "${text}", which is no tag such as en or pt-BR`);
    return [];
  });
}

/** The queue and the wait of `general`, `general after 2m`, `loans: 90s`. */
function splitOverflow(text: string): { readonly name: string; readonly wait?: string } {
  for (const divider of [' after ', ':']) {
    const at = text.toLowerCase().lastIndexOf(divider);
    if (at > 0)
      return { name: text.slice(0, at).trim(), wait: text.slice(at + divider.length).trim() };
  }
  return { name: text };
}

/** Where callers go on; a column of its own may give the wait of all. */
function overflowIn(reader: RowReader, ids: ReadonlyMap<string, string>): readonly Overflow[] {
  const found = reader.cell('overflow');
  if (found === undefined) return [];
  const common = reader.cell('overflowAfter')?.text;
  return listOf(found).map((text): Overflow => {
    const isName = ids.has(text.toLowerCase());
    const { name, wait = common } = isName ? { name: text } : splitOverflow(text);
    const to = ids.get(name.toLowerCase()) ?? nameFrom(name, 'queue');
    if (wait === undefined) return { to };
    const after = /^[0-9.]+$/.test(wait) ? Number(wait) : wait;
    if (durationSchema.safeParse(after).success) return { to, after };
    reader.refuse(found, `has the wait "${wait}", which is no time such as 90s or 2m`);
    return { to };
  });
}

/** A calendar for hours that stand in the row itself; equal ones make one calendar. */
function calendarFor(
  { cell }: RowReader,
  queue: string,
  made: Map<string, string>,
  source: Source,
  draft: DirectoryDraft,
): string | undefined {
  const hours = cell('hours');
  const named = cell('calendar');
  const zone = cell('timeZone');
  if (hours === undefined) return named === undefined ? undefined : nameFrom(named.text, 'hours');
  const key = JSON.stringify([named?.text, hours.text, zone?.text]);
  const known = made.get(key);
  if (known !== undefined) return known;
  const id = draft.nameFor('calendars', named?.text ?? queue);
  made.set(key, id);
  draft.add(
    'calendars',
    id,
    { hours: hours.text, ...(zone === undefined ? {} : { timeZone: zone.text }) },
    placeOf(source, hours),
    {
      hours: placeOf(source, hours),
      ...(zone === undefined ? {} : { timeZone: placeOf(source, zone) }),
    },
  );
  return id;
}

function tallyRow(row: Row, header: Row, columns: Columns, isUsed: boolean, draft: DirectoryDraft) {
  const used = new Set(columns.values());
  for (const [index, { text }] of row.cells.entries()) {
    if (text === '') continue;
    if (isUsed && used.has(index)) draft.tally.use();
    else draft.tally.leave(header.cells[index]?.text ?? `column ${index + 1}`);
  }
}

/** Makes a queue of every row. Rows without a name are told and left; cells of columns that aren't known are counted. */
export function importTable(
  source: Source,
  rows: readonly Row[],
  columns: Columns,
  draft: DirectoryDraft,
): void {
  const [header, ...body] = rows;
  if (header === undefined) return;
  const calendars = new Map<string, string>();
  const idColumn = columns.get('id') ?? 0;
  const ids = new Map<string, string>();
  const queues = body.flatMap((row) => {
    const cell = row.cells[idColumn];
    const isNamed = cell !== undefined && cell.text !== '';
    tallyRow(row, header, columns, isNamed, draft);
    if (!isNamed) {
      const message = 'This row names no queue, so it is left out.';
      draft.notes.push({ message, at: placeOf(source, row) });
      return [];
    }
    const id = draft.nameFor('queues', cell.text);
    if (!ids.has(cell.text.toLowerCase())) ids.set(cell.text.toLowerCase(), id);
    return [{ id, cell, row }];
  });
  const siteNames = new Map<string, string>();
  const siteFor = (title: string, at: Place): string => {
    const known = siteNames.get(title.toLowerCase());
    if (known !== undefined) return known;
    const name = draft.nameFor('sites', title);
    siteNames.set(title.toLowerCase(), name);
    draft.add('sites', name, name === title ? {} : { title }, at);
    return name;
  };
  for (const { id, cell, row } of queues) {
    const reader = rowReader(row, columns, source, draft);
    const title = reader.cell('title')?.text ?? (id === cell.text ? undefined : cell.text);
    const calendar = calendarFor(reader, id, calendars, source, draft);
    const [capacity, priority] = [countIn(reader, 'capacity'), countIn(reader, 'priority')];
    const languages = languagesIn(reader);
    const [skills, sites] = (['skills', 'sites'] as const).map((kind) => {
      const found = reader.cell(kind);
      return found === undefined ? [] : listOf(found);
    }) as [readonly string[], readonly string[]];
    const overflow = overflowIn(reader, ids);
    const places = Object.fromEntries(
      (['title', 'languages', 'skills', 'capacity', 'priority', 'sites', 'overflow'] as const).map(
        (kind) => {
          const found = reader.cell(kind);
          return [kind, found && placeOf(source, found)];
        },
      ),
    );
    const calendarCell = reader.cell('calendar') ?? reader.cell('hours');
    draft.add(
      'queues',
      id,
      {
        ...(title === undefined ? {} : { title }),
        ...(languages.length === 0 ? {} : { languages: [...languages] }),
        ...(skills.length === 0 ? {} : { skills: [...skills] }),
        ...(calendar === undefined ? {} : { calendar: calendar }),
        ...(capacity === undefined ? {} : { capacity }),
        ...(priority === undefined ? {} : { priority }),
        ...(sites.length === 0
          ? {}
          : { sites: sites.map((site) => siteFor(site, placeOf(source, row))) }),
        ...(overflow.length === 0 ? {} : { overflow: [...overflow] }),
      },
      placeOf(source, cell),
      { ...places, ...(calendarCell && { calendar: placeOf(source, calendarCell) }) },
    );
  }
}
