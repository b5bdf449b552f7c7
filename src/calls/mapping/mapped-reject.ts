import type { MappedTimeProblem } from './time-reader.ts';

/** Why a row of a mapped log is no event. */
export type MappedReason =
  | MappedTimeProblem
  | 'no call id'
  | 'damaged text'
  | 'unknown event'
  | 'no node entered'
  | 'seq not a number'
  | 'seconds not readable'
  | 'ends before it begins';

/** A row that can't be used, and the column that is to blame, where it is one. */
export interface MappedReject {
  readonly column: string | undefined;
  readonly reason: MappedReason;
}
