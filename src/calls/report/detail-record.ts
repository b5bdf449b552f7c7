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
