import { IvrError } from '../../source/ivr-error.ts';
import { didYouMean } from '../../source/nearest-name.ts';
import { createCsvReader } from '../csv-rows.ts';
import { findTable, type FoundTable } from './find-table.ts';
import { createJsonReader } from './json-values.ts';
import type {
  JsonFormat,
  LineFormat,
  LogFormat,
  TableFormat,
  TableRecord,
  XmlFormat,
} from './log-format.ts';
import { tableRecords } from './read-records.ts';
import { beginsWithElement } from './xml-marks.ts';

/** How a log that isn't native is laid out. */
export type VendorLayout =
  | { readonly kind: 'table'; readonly format: TableFormat; readonly table: FoundTable }
  | { readonly kind: 'json'; readonly format: JsonFormat }
  | { readonly kind: 'xml'; readonly format: XmlFormat }
  | { readonly kind: 'lines'; readonly format: LineFormat };

/** How many values and lines at the beginning of a log are looked at to tell its format. */
const looked = 20;

/** The beginning of a log, taken apart as far as formats are told by it. */
interface Head {
  readonly text: string;
  readonly lines: readonly string[];
  readonly valuesFor: (format: JsonFormat) => readonly unknown[];
}

function headOf(text: string): Head {
  const lines = text.split(/\r\n|\n|\r/);
  const values = new Map<string, readonly unknown[]>();
  const valuesFor = (format: JsonFormat): readonly unknown[] => {
    const key = `${format.lists.join(' ')}\n${format.mayFollowText === true ? 'text' : ''}`;
    const known = values.get(key);
    if (known !== undefined) return known;
    const found = createJsonReader(format)
      .take(text)
      .flatMap((reading) => ('value' in reading ? [reading.value] : []))
      .slice(0, looked);
    values.set(key, found);
    return found;
  };
  return { text, lines, valuesFor };
}

/** The first rows behind a header. */
function rowsBelow(lines: readonly string[], table: FoundTable): readonly TableRecord[] {
  const reader = createCsvReader(table.header.length, table.separator);
  const below = lines.slice(table.line, table.line + looked);
  return [...reader.take({ first: table.line + 1, lines: below }), ...reader.end()]
    .map(tableRecords(table))
    .filter((row) => 'field' in row);
}

function layoutIn(head: Head, format: LogFormat): VendorLayout | undefined {
  switch (format.records) {
    case 'table': {
      const table = findTable(head.lines, format.columns);
      if (table === undefined) return undefined;
      const { recognise } = format;
      const isMeant = recognise === undefined || rowsBelow(head.lines, table).some(recognise);
      return isMeant ? { kind: 'table', format, table } : undefined;
    }
    case 'json':
      return head.valuesFor(format).some((value) => format.recognise(value))
        ? { kind: 'json', format }
        : undefined;
    case 'xml':
      return beginsWithElement(head.text, format.element) && format.recognise(head.text)
        ? { kind: 'xml', format }
        : undefined;
    case 'lines':
      return head.lines.slice(0, looked).some((line) => format.recognise(line))
        ? { kind: 'lines', format }
        : undefined;
  }
}

/** The first of these formats that the beginning of a log is of. */
export function recogniseLayout(
  text: string,
  formats: readonly LogFormat[],
): VendorLayout | undefined {
  const head = headOf(text);
  for (const format of formats) {
    const layout = layoutIn(head, format);
    if (layout !== undefined) return layout;
  }
  return undefined;
}

/**
 * The layout of a log whose format the user named. Throws an IvrError `usage` for a name that no
 * format has, and `log-layout` for a table without the columns of that format.
 */
export function namedLayout(
  path: string,
  text: string,
  name: string,
  formats: readonly LogFormat[],
): VendorLayout {
  const named = formats.filter((format) => format.name === name);
  const [first] = named;
  if (first === undefined) {
    const names = [...new Set(formats.map((format) => format.name))];
    const message = `There is no log format "${name}".${didYouMean(name, names)}`;
    throw new IvrError('usage', message, {
      help: `There are: ${['native', ...names].join(', ')}.`,
    });
  }
  const found = recogniseLayout(text, named);
  if (found !== undefined) return found;
  if (first.records !== 'table') return { kind: first.records, format: first } as VendorLayout;
  const message = `${path} is no log of the format "${name}".`;
  const help = `It needs the columns ${first.columns.join(', ')}.`;
  throw new IvrError('log-layout', message, { help });
}
