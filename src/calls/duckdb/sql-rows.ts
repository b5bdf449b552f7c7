import type { LogColumn } from '../log-columns.ts';
import type { DuckDb } from './open-duckdb.ts';
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
  readonly columns: Readonly<Record<ReadColumn, SqlColumn>>;
  /** Who called, as text or NULL; nothing where the log has no such column. */
  readonly caller: string | undefined;
  readonly moment: SqlMoment;
  /** Whether the log has a column `seq`. */
  readonly hasSeq: boolean;
}

/** A moment in SQL. */
export interface SqlMoment {
  /** Milliseconds since 1970, or NULL where it can't be read. */
  readonly sql: string;
  /** Whether `parseTime` would read it so, too, with that number as `moment`. */
  readonly isSound: string;
}

/** How nearly all logs write moments. The cast refuses what is no digit, and days that don't exist. */
const usualMoment = '20__-__-__T__:__:__.___Z';
/** What else DuckDB and `parseTime` read alike, from 1970 to 2099. */
const plainMoment =
  '(19[7-9][0-9]|20[0-9]{2})-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]([.][0-9]{1,6})?(Z|[+-]((0[0-9]|1[0-3]):[0-5][0-9]|14:00))';
const day = 86_400_000;

/** That no blank, tab or line break stands in such a moment where the cast passes over it: all are below `0`. */
const hasNoBlanks = (text: string): string => `${text}[12] >= '0' AND ${text}[23] >= '0'`;

/** A moment that a text says. */
export const momentOfText = (text: string): SqlMoment => ({
  // A cast to TIMESTAMP takes half of the time, but passes over offsets.
  sql: `CASE WHEN ${text} LIKE '${usualMoment}' AND ${hasNoBlanks(text)} THEN epoch_ms(TRY_CAST(${text} AS TIMESTAMP)) WHEN regexp_full_match(${text}, '${plainMoment}') AND ${text} NOT LIKE '___________24%' THEN epoch_ms(TRY_CAST(${text} AS TIMESTAMPTZ)) END`,
  // DuckDB takes 24 o'clock.
  isSound: `moment % ${day} <> 0 OR ${text} NOT LIKE '___________24%'`,
});

/** Whether a text is one that no reader would trim, and without anything but letters, digits and signs. */
export const isPlainText = (text: string): string => `regexp_full_match(${text}, '[!-~]+')`;

/** So many texts are looked up one by one: DuckDB does so once for each entry of a column's dictionary. */
const mostListed = 256;

/**
 * The place of a column's text among these: from 2, 1 for NULL. NULL for any other text. The type of this
 * name is created where there are many.
 */
export async function placeIn(
  db: DuckDb,
  type: string,
  { text, plain }: SqlColumn,
  texts: readonly string[],
): Promise<string> {
  const list = texts.map(quoted).join(', ');
  if (texts.length <= mostListed) return `list_position([NULL, ${list}], ${plain ?? text})`;
  await db.run(`CREATE TYPE ${type} AS ENUM (${list})`);
  const place = (one: string): string => `enum_code(TRY_CAST(${one} AS ${type}))::INTEGER + 2`;
  return plain === undefined
    ? place(text)
    : `CASE WHEN ${plain} IS NULL THEN 1 ELSE ${place(plain)} END`;
}
