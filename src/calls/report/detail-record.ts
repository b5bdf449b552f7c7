import type { DialplanPlace } from '../formats/asterisk/facts.ts';
import type { ReportCount } from './ivr-report.ts';

/** The columns of call detail records of Asterisk that say where a call was at last. */
const needed = ['dcontext', 'dst', 'lastapp', 'lastdata'] as const;
const ids = ['uniqueid', 'linkedid'] as const;
type Column = (typeof needed)[number] | (typeof ids)[number];

/** Where those columns stand; nothing where the header isn't theirs. */
export type DetailColumns = Readonly<Partial<Record<Column, number>>>;

/** Finds the columns of call detail records by their names in the table `cdr`. */
export function detailColumns(header: readonly string[]): DetailColumns | undefined {
  const names = header.map((name) => name.trim().toLowerCase());
  if (!needed.every((name) => names.includes(name))) return undefined;
  return Object.fromEntries(
    [...needed, ...ids].flatMap((name) => {
      const at = names.indexOf(name);
      return at < 0 ? [] : [[name, at]];
    }),
  );
}

/** The orders in which files without a header are written, by the place of the first of three moments. */
const orders = [
  // cdr_csv.conf: account, source, destination, context, caller, two channels, application, data.
  { start: 9, columns: { dst: 2, dcontext: 3, lastapp: 7, lastdata: 8 }, uniqueid: 16 },
  // The sample of cdr_custom.conf: the same from caller on, and the account behind.
  { start: 8, columns: { dst: 2, dcontext: 3, lastapp: 6, lastdata: 7 }, uniqueid: 16 },
] as const;

/** Of files with `newcdrcolumns`: account of the peer, id of the call and number stand last. */
const newColumns = 3;
const fewestFields = 16;

const isMoment = (text: string | undefined): boolean =>
  /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/.test(text ?? '');
const isId = (text: string | undefined): boolean => /(?:^|-)\d{9,11}\.\d+$/.test(text ?? '');

/**
 * Finds the same columns in a file that has no header, as Asterisk writes `Master.csv`, by its first row.
 * The id stands there where `loguniqueid` says so.
 */
export function bareDetailColumns(fields: readonly string[]): DetailColumns | undefined {
  if (fields.length < fewestFields) return undefined;
  const order = orders.find(({ start }) => isMoment(fields[start]) && isMoment(fields[start + 2]));
  if (order === undefined) return undefined;
  const { columns, uniqueid } = order;
  if (!isId(fields[uniqueid])) return columns;
  const linkedid = fields.length - newColumns + 1;
  return linkedid > uniqueid && isId(fields[linkedid])
    ? { ...columns, uniqueid, linkedid }
    : { ...columns, uniqueid };
}

/**
 * A call by its record: where it was at last. Nothing for the record of another leg, which has the id of
 * its call in `linkedid` beside its own.
 */
export function detailCount(
  text: (index: number | undefined) => string,
  columns: DetailColumns,
): ReportCount | undefined {
  const [own, call] = [text(columns.uniqueid), text(columns.linkedid)];
  if (own !== '' && call !== '' && own !== call) return undefined;
  const place: DialplanPlace = {
    context: text(columns.dcontext),
    extension: text(columns.dst),
    application: text(columns.lastapp).toLowerCase(),
    data: text(columns.lastdata),
  };
  const { context, extension } = place;
  const node = extension === 's' || extension === '' ? context : `${context},${extension}`;
  return { node, exit: 'last', count: 1, seconds: undefined, place };
}
