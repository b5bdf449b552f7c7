import { IvrError } from '../source/ivr-error.ts';
import { didYouMean } from '../source/nearest-name.ts';
import type { Place } from '../source/source.ts';
import { bareDetailColumns, detailColumns } from './report/detail-record.ts';

const requiredColumns = ['call', 'at', 'event', 'node', 'value'] as const;
const optionalColumns = ['seq', 'caller', 'number', 'script'] as const;
const logColumns = [...requiredColumns, ...optionalColumns] as const;
export type LogColumn = (typeof logColumns)[number];

/** Where the columns of the native log stand in a row; columns it doesn't know are passed over. */
export interface LogColumns {
  /** The number of fields that every row must have. */
  readonly width: number;
  readonly position: Readonly<Partial<Record<LogColumn, number>>> &
    Readonly<Record<(typeof requiredColumns)[number], number>>;
}

/** The fields of a log whose rows name them. */
export const fieldsInOrder: readonly LogColumn[] = logColumns;

/** Where those fields stand when they are put in order. */
export const orderedColumns: LogColumns = {
  width: logColumns.length,
  position: Object.fromEntries(
    logColumns.map((name, index) => [name, index]),
  ) as LogColumns['position'],
};

/**
 * A text from a log, safe to print: short, without characters that move the cursor, and without digits
 * that may be somebody's, for the first row of a log without a header is taken for one.
 */
function shown(text: string): string {
  const clean = text.replace(/\p{C}/gu, '�').replace(/\d{5,}/g, '#####');
  return clean.length > 40 ? `${clean.slice(0, 40)}…` : clean;
}

function layoutError(
  path: string,
  line: number,
  column: number,
  message: string,
  help: string,
): IvrError {
  const at = { line, column };
  const place: Place = { path, start: at, end: at };
  return new IvrError('log-layout', message, { help, place });
}

const example = `A log begins with the line ${requiredColumns.join(',')}.`;
const detailHelp =
  'These are call detail records of Asterisk, which show only where calls were last: `ivr analyze` takes them as --report.';
const noHeader = `${example} In JSON each object has its line; a list takes a mapping with records: json.`;

/**
 * Finds the columns of the native log in its first row, in any order; capitals and spaces around
 * names don't matter. Throws an IvrError `log-layout` for a column that is missing or stands twice.
 */
export function readLogColumns(path: string, line: number, header: readonly string[]): LogColumns {
  if (header[0] === undefined || header[0].trimStart().startsWith('['))
    throw layoutError(path, line, 1, 'The log has no header that can be read.', noHeader);
  const names = header.map((name) => name.trim().toLowerCase());
  const columnOf = (index: number): number =>
    header.slice(0, index).reduce((sum, name) => sum + name.length + 1, 1);
  const position: Partial<Record<LogColumn, number>> = {};
  for (const name of logColumns) {
    const index = names.indexOf(name);
    const second = names.indexOf(name, index + 1);
    if (index >= 0 && second >= 0) {
      const message = `The column "${name}" is twice in the header, so one of the two would be lost.`;
      throw layoutError(path, line, columnOf(second), message, 'Rename or remove one of them.');
    }
    if (index >= 0) position[name] = index;
  }
  for (const name of requiredColumns) {
    if (position[name] !== undefined) continue;
    const others = header.map(shown).filter((other) => !logColumns.includes(other as LogColumn));
    const isDetail = (bareDetailColumns(header) ?? detailColumns(header)) !== undefined;
    const found = header.slice(0, 12).map(shown).join(', ');
    const message = `The log has no column "${name}".${didYouMean(name, others.slice(0, 50))}`;
    throw layoutError(
      path,
      line,
      1,
      message,
      isDetail
        ? detailHelp
        : `${example} This one has: ${found}. A log of another layout takes a mapping: see \`ivr calls map\`.`,
    );
  }
  return { width: header.length, position: position as LogColumns['position'] };
}

/** There is not even a header. */
export function emptyLogError(path: string): IvrError {
  return layoutError(path, 1, 1, 'The log is empty.', example);
}
