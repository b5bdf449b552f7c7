import { IvrError } from '../source/ivr-error.ts';
import type { CallSelection, DetailRequest } from './call-details.ts';
import type { CondensedLog } from './condensed-log.ts';
import type { KnownValues } from './kept-value.ts';
import type { LogReading } from './log-reading.ts';
import type { LogThreads } from './log-threads.ts';
import type { LogInput } from './read-log-text.ts';

/** What counts the calls of a log. All give the same; docs/engines.md says which one is for what. */
export const engineNames = ['stream', 'duckdb', 'clickhouse'] as const;
export type EngineName = (typeof engineNames)[number];

/** Is told each row that is rejected, as it is met; the column is left out where none is to blame. */
export type OnReject = (
  path: string,
  line: number,
  column: string | undefined,
  reason: string,
) => void;

/**
 * Makes a number of a caller's name that nobody can turn back; nothing for a caller that is withheld or
 * not told.
 */
export type Pseudonym = (caller: string) => number | undefined;

/** What is to be known beyond paths; an engine that can't tell it leaves `details` out. */
export interface WantedDetails extends DetailRequest {
  readonly selection?: CallSelection | undefined;
  /** Without it callers are not read. */
  readonly pseudonym?: Pseudonym | undefined;
  /** Leaves the details out where they would cost several threads their part in the work, unless they choose calls. */
  readonly ifCheap?: boolean | undefined;
}

export interface CondenseOptions {
  readonly details?: WantedDetails | undefined;
  /** How logs of other layouts than the native one are read; by their content where it is left out. */
  readonly reading?: LogReading | undefined;
  /** Told every rejected row once, those of one log in the order of its lines. */
  readonly onReject?: OnReject | undefined;
  /** Told, in a sentence, what costs time or memory beyond the usual. */
  readonly onNote?: ((note: string) => void) | undefined;
  /** Threads that were begun ahead, for a log that is long enough for several. */
  readonly threads?: LogThreads | undefined;
  /** Bytes of memory that rows may take: beyond, work is put aside on disk, or a log is read again. */
  readonly memory?: number | undefined;
}

/**
 * Condenses logs together to one result, by the rules of docs/log-format.md. `known` says which values
 * may be kept: those of the script that the log is replayed on. Throws an IvrError when a log can't be
 * read at all.
 */
export interface LogEngine {
  readonly name: EngineName;
  readonly condense: (
    inputs: readonly LogInput[],
    known: KnownValues,
    options?: CondenseOptions,
  ) => Promise<CondensedLog>;
}

/** An engine that needs a package which isn't there. `install` is the command that brings it. */
export function engineMissing(name: EngineName, install: string, cause?: unknown): IvrError {
  return new IvrError('engine-missing', `The engine ${name} is not installed.`, {
    help: `Run \`${install}\`. CSV and JSON Lines, packed or not, are read without it.`,
    cause,
  });
}

/** ClickHouse reads no files: what lies in its tables is condensed by `condenseTable`. */
export function tableMissing(): IvrError {
  return new IvrError('usage', 'The engine clickhouse counts calls in tables, not in files.', {
    help: 'Name the table with --url and --table; `ivr calls load` fills one.',
  });
}
