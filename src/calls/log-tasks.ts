import type { IvrError } from '../source/ivr-error.ts';
import type { SortingOptions } from './by-call/sort-rows.ts';
import type { CodedRows } from './by-call/sorted-rows.ts';
import type { PartialLog } from './bytes/partial-log.ts';
import type { PlainHeader } from './bytes/plain-header.ts';
import type { LogRange, RangeLog } from './bytes/range-log.ts';
import type { KnownValues } from './kept-value.ts';
import type { RowCounts } from './row-tally.ts';

/** A range of a file that a thread reads. */
interface SharedRange {
  readonly path: string;
  readonly file: string;
  readonly header: PlainHeader;
  readonly known: KnownValues;
  readonly range: LogRange;
}

/** To condense what is in a range. */
export interface RangeTask extends SharedRange {
  readonly does: 'condense';
}

/** To sort the rows of a range by their calls. */
export interface SortTask extends SharedRange {
  readonly does: 'sort';
  readonly sorting: SortingOptions;
}

/** To count the calls of some parts, whose rows were sorted out of ranges. */
export interface CountTask {
  readonly does: 'count';
  readonly known: KnownValues;
  readonly sorted: readonly CodedRows[];
  readonly parts: readonly number[];
}

/** What a thread may be told to do. */
export type LogTask = RangeTask | SortTask | CountTask;

/** The rows of a range, sorted by their calls. Lines are numbered from 1 in every range. */
export interface SortedRange extends CodedRows {
  readonly counts: RowCounts;
  /** Lines of the range. */
  readonly lines: number;
  /** Whether a quoted field goes on beyond the range: then what follows was read wrongly. */
  readonly isHolding: boolean;
}

/** What a thread gives; nothing where rows came too late for their calls. */
export type LogTaskResult = RangeLog | SortedRange | PartialLog | undefined;

/** What is left of an IvrError between threads. */
export type IvrErrorFacts = Pick<IvrError, 'code' | 'help'>;

/** What a thread says: how many bytes it has read since it said so last, or how its task ended. */
export type LogTaskMessage<Result extends LogTaskResult = LogTaskResult> =
  | { readonly done: number }
  | { readonly result: Result }
  | { readonly error: IvrErrorFacts | undefined; readonly message: string };
