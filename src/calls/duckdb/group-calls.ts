import type { DuckDBDataChunk } from '@duckdb/node-api';
import type { DuckDb } from './open-duckdb.ts';

/** The rows of one id, in the order of the logs. The lists are used again for the next id. */
export interface GroupedRows {
  readonly at: Float64Array;
  readonly code: Int32Array;
  /** NaN where a row has none. */
  readonly seq: Float64Array;
  readonly length: number;
  /** Stands for the caller that the first row to tell one names; NaN where none does. */
  readonly caller: number;
}

interface Scratch {
  place: Float64Array;
  at: Float64Array;
  code: Int32Array;
  seq: Float64Array;
}

const scratchOf = (length: number): Scratch => ({
  place: new Float64Array(length),
  at: new Float64Array(length),
  code: new Int32Array(length),
  seq: new Float64Array(length),
});

/** A column of numbers, as the library knows it. */
interface Numbers {
  readonly getItem: (row: number) => number | null;
}
/** A column of lists of rows; the lists stand behind each other in another column. */
interface Lists {
  readonly getEntryOffset: (group: number) => number;
  readonly getEntryLength: (group: number) => number;
  readonly childVector: { readonly entryVectorAt: (entry: number) => Numbers };
}

/** The lists of a chunk. */
interface Listed {
  readonly place: Numbers;
  readonly at: Numbers;
  readonly number: Numbers;
  readonly seq: Numbers | undefined;
  readonly caller: Numbers | undefined;
}

/** The caller that the row of the first place tells, of those that tell one. */
function callerOf({ place, caller }: Listed, begin: number, length: number): number {
  let [found, first] = [Number.NaN, Number.POSITIVE_INFINITY];
  if (caller === undefined) return found;
  for (let index = begin; index < begin + length; index += 1) {
    const told = caller.getItem(index) ?? Number.NaN;
    const own = place.getItem(index) ?? 0;
    if (Number.isNaN(told) || own >= first) continue;
    [found, first] = [told, own];
  }
  return found;
}

/** Up to so many rows, which nearly all ids have, putting them in order one by one is quickest. */
const fewRows = 64;

/** Copies rows into place order: they come nearly so, but a group may be put together of parts. */
function arrange(
  to: Scratch,
  { place, at, number, seq }: Listed,
  begin: number,
  length: number,
  codeOf: (number: number) => number,
): void {
  const put = (here: number, source: number): void => {
    to.place[here] = place.getItem(source) ?? 0;
    to.at[here] = at.getItem(source) ?? 0;
    to.code[here] = codeOf(number.getItem(source) ?? 0);
    to.seq[here] = seq === undefined ? Number.NaN : (seq.getItem(source) ?? Number.NaN);
  };
  if (length > fewRows) {
    const order = Array.from({ length }, (_, index) => begin + index);
    order.sort((a, b) => (place.getItem(a) ?? 0) - (place.getItem(b) ?? 0));
    order.forEach((source, here) => {
      put(here, source);
    });
    return;
  }
  for (let index = 0; index < length; index += 1) {
    const own = place.getItem(begin + index) ?? 0;
    let here = index;
    for (; here > 0 && (to.place[here - 1] ?? 0) > own; here -= 1) {
      to.place[here] = to.place[here - 1] ?? 0;
      to.at[here] = to.at[here - 1] ?? 0;
      to.code[here] = to.code[here - 1] ?? 0;
      to.seq[here] = to.seq[here - 1] ?? 0;
    }
    put(here, begin + index);
  }
}

function visitChunk(
  chunk: DuckDBDataChunk,
  own: Scratch,
  { codeOf, hasSeq, hasCallers }: Grouping,
  visit: (rows: GroupedRows) => void,
) {
  // The statement asks for a list of structs; DuckDB says of its vector only that it is one.
  const lists = chunk.getColumnVector(0) as unknown as Lists;
  const rows = lists.childVector;
  const numbers = (entry: number): Numbers => rows.entryVectorAt(entry);
  const from: Listed = {
    ...{ place: numbers(0), at: numbers(1), number: numbers(2) },
    seq: hasSeq ? numbers(3) : undefined,
    caller: hasCallers ? numbers(hasSeq ? 4 : 3) : undefined,
  };
  for (let group = 0; group < chunk.rowCount; group += 1) {
    const length = lists.getEntryLength(group);
    if (length > own.at.length) Object.assign(own, scratchOf(length * 2));
    const begin = lists.getEntryOffset(group);
    arrange(own, from, begin, length, codeOf);
    const caller = callerOf(from, begin, length);
    visit({ at: own.at, code: own.code, seq: own.seq, length, caller });
  }
}

/** What a row takes in memory while rows are grouped, in bytes; measured on calls of ten rows. */
const bytesPerRow = 110;
const mostParts = 4096;

/** What is to be grouped. */
export interface Grouping {
  /** Each gives `call`, place `p`, time `t`, number `c`, `s` for `seq` and `w` for who called. */
  readonly statements: readonly string[];
  /** How many rows they give, about. */
  readonly rows: number;
  /** Whether any row has a `seq`. */
  readonly hasSeq: boolean;
  /** Whether it is to be known who called. */
  readonly hasCallers: boolean;
  /** Bytes that the database may take. */
  readonly memory: number;
  /** The code of the event table that a number stands for. */
  readonly codeOf: (number: number) => number;
}

const isOutOfMemory = (error: unknown): boolean => /out of memory/i.test(String(error));

/**
 * Groups the rows of some statements by call and visits each call's rows. Where they need more memory
 * than there is, the calls are taken in parts, and in smaller ones where that is still too much: the hash
 * of an id decides the part, never which rows are one call.
 */
export async function groupCalls(
  db: DuckDb,
  grouping: Grouping,
  visit: (rows: GroupedRows) => void,
): Promise<void> {
  const { statements, rows, hasSeq, hasCallers, memory } = grouping;
  const all = statements.join(' UNION ALL ');
  const more = `${hasSeq ? ', s: s' : ''}${hasCallers ? ', w: w' : ''}`;
  const own = scratchOf(1024);
  const count = Math.min(
    mostParts,
    2 ** Math.ceil(Math.log2((rows * bytesPerRow) / memory + 1e-9)),
  );
  const parts = Array.from({ length: Math.max(1, count) }, (_, part) => ({
    part,
    of: Math.max(1, count),
  }));
  for (let next = parts.shift(); next !== undefined; next = parts.shift()) {
    const { part, of } = next;
    const where = of === 1 ? '' : `WHERE hash("call") % ${of} = ${part}`;
    const sql = `SELECT list({p: p, t: t, c: c${more}}) FROM (${all}) ${where} GROUP BY "call"`;
    let isBegun = false;
    try {
      for await (const chunk of db.chunks(sql)) {
        isBegun = true;
        visitChunk(chunk, own, grouping, visit);
      }
    } catch (error) {
      if (isBegun || of >= mostParts || !isOutOfMemory(error)) throw error;
      parts.unshift({ part, of: of * 2 }, { part: part + of, of: of * 2 });
    }
  }
}
