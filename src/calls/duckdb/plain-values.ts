import type { DuckDBValue } from '@duckdb/node-api';
import { importDuckDb } from './open-duckdb.ts';

/** Makes of a value of DuckDB what JSON Lines would have in its place. */
export type PlainValue = (value: DuckDBValue) => unknown;

/** A list or an object that is filled. */
type Filled = unknown[] | Record<string, unknown>;

interface Task {
  readonly value: DuckDBValue;
  readonly into: Filled;
  readonly key: string;
}

function put(into: Filled, key: string, value: unknown): void {
  if (Array.isArray(into)) into[Number(key)] = value;
  // Rows of one table have the fields of all: one that is NULL isn't this row's.
  else if (value !== null) into[key] = value;
}

/** Names of users' fields, `__proto__` among them, are nothing but names here. */
const emptyObject = (): Record<string, unknown> => Object.create(null) as Record<string, unknown>;

/** A whole number; as a text where a number of JSON would lose digits. */
const wholeNumber = (value: bigint): number | string =>
  BigInt.asIntN(54, value) === value ? Number(value) : value.toString();

/** The milliseconds in so many units, cut off towards the past. */
function milliseconds(units: bigint, each: bigint): number {
  const whole = units / each;
  return Number(units < 0n && whole * each !== units ? whole - 1n : whole);
}

/** A moment as ISO 8601, without an offset; nothing where no date can say it. */
function isoIn(at: number): string | undefined {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, -1);
}

/**
 * Lists stay lists; structs and maps become objects without their NULLs; moments ISO 8601 in milliseconds, with
 * an offset where they have a zone; decimals and what a number can't hold texts; bytes the UTF-8 that they are.
 */
export async function plainValues(): Promise<PlainValue> {
  const duckdb = await importDuckDb();
  const decoder = new TextDecoder();

  const momentIn = (value: DuckDBValue): string | undefined => {
    if (value instanceof duckdb.DuckDBTimestampTZValue) {
      const text = isoIn(milliseconds(value.micros, 1000n));
      return text === undefined ? undefined : `${text}Z`;
    }
    if (value instanceof duckdb.DuckDBTimestampValue)
      return isoIn(milliseconds(value.micros, 1000n));
    if (value instanceof duckdb.DuckDBTimestampNanosecondsValue)
      return isoIn(milliseconds(value.nanos, 1_000_000n));
    if (value instanceof duckdb.DuckDBTimestampMillisecondsValue)
      return isoIn(Number(value.millis));
    if (value instanceof duckdb.DuckDBTimestampSecondsValue)
      return isoIn(Number(value.seconds) * 1000);
    return undefined;
  };
  const single = (value: DuckDBValue): unknown => {
    if (typeof value === 'bigint') return wholeNumber(value);
    if (typeof value === 'number') return Number.isNaN(value) ? null : value;
    if (value === null || typeof value !== 'object') return value;
    if (value instanceof duckdb.DuckDBBlobValue) return decoder.decode(value.bytes);
    if (value instanceof duckdb.DuckDBDecimalValue)
      return value.scale === 0 ? wholeNumber(value.value) : value.toString();
    return momentIn(value) ?? value.toString();
  };
  const inner = (value: DuckDBValue): DuckDBValue => {
    let found = value;
    while (found instanceof duckdb.DuckDBUnionValue || found instanceof duckdb.DuckDBVariantValue)
      found = found.value;
    return found;
  };
  /** The parts of a value that has some, and what they are put into. */
  const nested = (value: DuckDBValue) => {
    if (value instanceof duckdb.DuckDBListValue || value instanceof duckdb.DuckDBArrayValue)
      return { made: [], parts: Object.entries(value.items) };
    if (value instanceof duckdb.DuckDBStructValue)
      return { made: emptyObject(), parts: Object.entries(value.entries) };
    if (value instanceof duckdb.DuckDBMapValue) {
      const parts = value.entries.map((one) => [String(single(one.key)), one.value] as const);
      return { made: emptyObject(), parts };
    }
    return undefined;
  };

  return (value) => {
    if (value === null || typeof value !== 'object') return single(value);
    const root: unknown[] = [];
    // Parts wait behind what holds them, as deep as the file is nested.
    const tasks: Task[] = [{ value, into: root, key: '0' }];
    for (const task of tasks) {
      const own = inner(task.value);
      const found = nested(own);
      put(task.into, task.key, found === undefined ? single(own) : found.made);
      for (const [key, part] of found?.parts ?? [])
        tasks.push({ value: part, into: found?.made ?? root, key });
    }
    return root[0];
  };
}
