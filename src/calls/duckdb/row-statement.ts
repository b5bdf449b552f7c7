import { longestIn, piecesOf } from './id-pieces.ts';
import type { RowCodes } from './row-codes.ts';
import { readColumns, type SqlRows } from './sql-rows.ts';

/** What is to be selected of the rows of a log. */
export interface RowStatement {
  readonly rows: SqlRows;
  readonly codes: Pick<RowCodes, 'layer' | 'places'>;
  /** The id comes in so many pieces. */
  readonly pieces: number;
  /** Whether it is to be known who called. */
  readonly hasCallers: boolean;
}

/** Where the columns of that statement stand, behind the pieces of ids. */
export interface RowPlaces {
  readonly moment: number;
  /** The places of `RowCodes`; all 0 in rows that `rowEvent` must judge. */
  readonly said: readonly number[];
  /** The texts of these as a list in JSON, the caller last; NULL for all others. */
  readonly judged: number;
  readonly seq: number | undefined;
  readonly caller: number | undefined;
}

/** A statement that gives the rows of a log in their order, and where its columns stand. */
export function rowStatement({ rows, codes, pieces, hasCallers }: RowStatement): {
  readonly sql: string;
  readonly places: RowPlaces;
} {
  const { from, columns, moment, hasSeq } = rows;
  const id = columns.call.plain ?? columns.call.text;
  const seq = columns.seq.text;
  const caller = hasCallers ? rows.caller : undefined;
  const isPlain = [
    'moment IS NOT NULL',
    `(${moment.isSound})`,
    ...codes.places.map((_, place) => `place_${place} IS NOT NULL`),
    `strlen(${id}) BETWEEN 1 AND ${longestIn(pieces)}`,
    ...(hasSeq ? [`(${seq} = '' OR regexp_full_match(${seq}, '-?[0-9]{1,15}'))`] : []),
  ].join(' AND ');
  const texts = readColumns.map((name) => columns[name].text);
  const all = [...texts, caller ?? `''`].join(', ');
  const selected = [
    ...piecesOf(id, pieces),
    'coalesce(moment, 0)::DOUBLE',
    ...codes.places.map((_, place) => `CASE WHEN is_plain THEN place_${place} ELSE 0 END`),
    `CASE WHEN NOT is_plain THEN to_json([${all}])::VARCHAR END`,
    ...(hasSeq ? [`coalesce(TRY_CAST(${seq} AS DOUBLE), 'NaN'::DOUBLE)`] : []),
    ...(caller === undefined ? [] : [`trim(${caller}, E' \\t')`]),
  ].join(', ');
  // What stands in one layer is worked out once for the layers around it.
  const looked = `SELECT *, ${[`${moment.sql} AS moment`, ...codes.layer].join(', ')} FROM ${from}`;
  const places = codes.places.map((sql, place) => `${sql} AS place_${place}`).join(', ');
  const placed = `SELECT *, ${places} FROM (${looked})`;
  const judged = pieces + 1 + codes.places.length;
  return {
    sql: `SELECT ${selected} FROM (SELECT *, (${isPlain}) IS TRUE AS is_plain FROM (${placed}))`,
    places: {
      moment: pieces,
      said: codes.places.map((_, place) => pieces + 1 + place),
      judged,
      seq: hasSeq ? judged + 1 : undefined,
      caller: caller === undefined ? undefined : judged + (hasSeq ? 2 : 1),
    },
  };
}
