import type { LogColumn } from '../log-columns.ts';
import { quoted } from './sql-text.ts';

/** The columns of the native log that are read. */
export const readColumns = [
  'call',
  'at',
  'event',
  'node',
  'value',
  'seq',
  'number',
  'script',
] as const satisfies readonly LogColumn[];
export type ReadColumn = (typeof readColumns)[number];

/** A column as the native log would write it: a text in SQL, or NULL where no text can say it. */
export interface SqlColumn {
  readonly text: string;
  /** The column itself, where that is a text or NULL for an empty one: cheaper to look up. */
  readonly plain: string | undefined;
}

/** The rows of a log in SQL. */
export interface SqlRows {
  readonly from: string;
  /** How many there are. */
  readonly rows: number;
  /** The number of a row, from 0. */
  readonly row: string;
  readonly columns: Readonly<Record<ReadColumn, SqlColumn>>;
  /** Who called, as text or NULL; nothing where the log has no such column. */
  readonly caller: string | undefined;
  /** Milliseconds since 1970, or NULL where SQL might read the moment otherwise than `parseTime`. */
  readonly moment: string;
  /** Whether the log has a column `seq`. */
  readonly hasSeq: boolean;
}

/**
 * How nearly all logs write moments. The cast refuses what is no digit and days that don't exist, but
 * takes blanks, and 24 o'clock.
 */
const usualMoment = '20__-__-__T__:__:__.___Z';
/** What else DuckDB and `parseTime` read alike, from 1970 to 2099. */
const plainMoment =
  '(19[7-9][0-9]|20[0-9]{2})-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]([.][0-9]{1,6})?(Z|[+-]((0[0-9]|1[0-3]):[0-5][0-9]|14:00))';

/** A text that says a moment, in milliseconds, or NULL. */
export const momentOfText = (text: string): string =>
  `CASE WHEN (${text} LIKE '${usualMoment}' OR regexp_full_match(${text}, '${plainMoment}')) AND ${text} NOT LIKE '% %' AND ${text} NOT LIKE '___________24%' THEN epoch_ms(TRY_CAST(${text} AS TIMESTAMPTZ)) END`;

/** Whether a text is one that no reader would trim, and without anything but letters, digits and signs. */
export const isPlainText = (text: string): string => `regexp_full_match(${text}, '[!-~]+')`;

/** The place of a column's text in an ENUM whose first value is the empty text; NULL for any other text. */
export function placeIn(type: string, { text, plain }: SqlColumn): string {
  return plain === undefined
    ? `enum_code(TRY_CAST(${text} AS ${type}))::INTEGER`
    : `CASE WHEN ${plain} IS NULL THEN 0 ELSE enum_code(TRY_CAST(${plain} AS ${type}))::INTEGER END`;
}

/** A statement that creates an ENUM of these texts. */
export const createEnum = (type: string, texts: readonly string[]): string =>
  `CREATE TYPE ${type} AS ENUM (${texts.map(quoted).join(', ')})`;
