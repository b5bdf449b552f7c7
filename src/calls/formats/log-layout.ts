import { IvrError } from '../../source/ivr-error.ts';
import { choiceMeant } from '../../source/nearest-choice.ts';
import type { FoundTable } from './find-table.ts';
import type {
  JsonFormat,
  JsonRecord,
  LineFormat,
  LogFormat,
  TableFormat,
  TableRecord,
  XmlFormat,
} from './log-format.ts';
import { looked, type LogHead } from './log-head.ts';
import type { Records } from './read-records.ts';
import { beginsWithElement } from './xml-marks.ts';

/** How a log that isn't native is laid out; `records` gives those of a log that is no text, from its beginning. */
export type VendorLayout =
  | {
      readonly kind: 'table';
      readonly format: TableFormat;
      readonly table: FoundTable;
      readonly records?: () => Records<TableRecord>;
    }
  | {
      readonly kind: 'json';
      readonly format: JsonFormat;
      readonly records?: () => Records<JsonRecord>;
    }
  | { readonly kind: 'xml'; readonly format: XmlFormat }
  | { readonly kind: 'lines'; readonly format: LineFormat };

function layoutIn(head: LogHead, format: LogFormat): VendorLayout | undefined {
  switch (format.records) {
    case 'table': {
      const found = head.tableWith(format.columns);
      if (found === undefined) return undefined;
      const { recognise } = format;
      const isMeant = recognise === undefined || found.rows().some(recognise);
      return isMeant ? { kind: 'table', format, table: found.table } : undefined;
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
  head: LogHead,
  formats: readonly LogFormat[],
): VendorLayout | undefined {
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
  head: LogHead,
  name: string,
  formats: readonly LogFormat[],
): VendorLayout {
  const named = formats.filter((format) => format.name === name);
  const [first] = named;
  if (first === undefined) {
    const names = ['native', ...new Set(formats.map((format) => format.name))];
    const message = `There is no log format "${name}".${choiceMeant(name, names)}`;
    throw new IvrError('usage', message, {
      help: `There are: ${names.join(', ')}.`,
    });
  }
  const found = recogniseLayout(head, named);
  if (found !== undefined) return found;
  if (first.records !== 'table') return { kind: first.records, format: first } as VendorLayout;
  const message = `${path} is not a log of the format "${name}".`;
  const help = `It needs the columns ${first.columns.join(', ')}.`;
  throw new IvrError('log-layout', message, { help });
}
