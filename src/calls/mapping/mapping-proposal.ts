import type { ColumnRole } from './column-roles.ts';
import type { TimeGuess } from './guess-time.ts';
import type { LogSample } from './sample-log.ts';

/** What a field of a mapping file says. */
export type Field = string | number | readonly Field[] | { readonly [name: string]: Field };

/** A mapping that a log's first rows suggest, and what they don't tell. */
export interface MappingProposal {
  /** What a mapping file says, in order. */
  readonly fields: Readonly<Record<string, Field>>;
  /** What has to be looked at, in sentences. */
  readonly notes: readonly string[];
}

/** A proposal while it is made. */
export interface Proposing {
  readonly sample: LogSample;
  /** The columns that were found for roles. */
  readonly column: (role: ColumnRole) => string | undefined;
  /** How the columns of moments are written. */
  readonly times: ReadonlyMap<string, TimeGuess>;
  readonly fields: Record<string, Field>;
  readonly notes: string[];
}
