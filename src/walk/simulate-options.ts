import type { Directory } from '../routing/directory.ts';
import type { Language } from '../script/values.ts';
import type { CallerModel } from './caller-model.ts';

/** What a simulation is asked for. The same options give the same log, byte for byte, everywhere. */
export interface SimulateOptions {
  readonly calls: number;
  /** Any whole number; another seed gives other calls and another demand. */
  readonly seed: number;
  /**
   * The window in which calls begin: a date (midnight in the directory's zone, UTC without one), an
   * ISO 8601 time with its zone, or milliseconds since 1970. Without them: the first week of March
   * 2026, or a week from `from`.
   */
  readonly from?: string | number | undefined;
  /** The first moment that no longer belongs to the window. */
  readonly to?: string | number | undefined;
  /** Calendars and queues; without it everything is always open. */
  readonly directory?: Directory | undefined;
  /** Parts of the caller model to set; docs/simulate.md lists them with their sources. */
  readonly model?: Partial<CallerModel> | undefined;
  /** How many call for each reason, in any unit; Zipf's law where it is left out. */
  readonly demand?: Readonly<Record<string, number>> | undefined;
  /** How many callers prefer each language, in any unit. */
  readonly languages?: Readonly<Record<Language, number>> | undefined;
  /** Values of attributes and results that branches ask for, each with its weight; evenly without. */
  readonly attributes?: Readonly<Record<string, Readonly<Record<string, number>>>> | undefined;
  /** Mean seconds of waiting, by queue, where it differs from the model's. */
  readonly queueWaits?: Readonly<Record<string, number>> | undefined;
  /** Planted losses: at each visit to the node, the share of callers who hang up there. */
  readonly extraHangUps?: Readonly<Record<string, number>> | undefined;
  /** Writes a pseudonym of the caller into the log, so that repeated calls can be found. */
  readonly callers?: boolean | undefined;
  /** Told once, when the last row has been made. */
  readonly onSummary?: ((summary: SimulationSummary) => void) | undefined;
}

/** What was simulated: the truth that an analysis of the log should find again. */
export interface SimulationSummary {
  readonly calls: number;
  readonly rows: number;
  /** Calls cut short because they went round and round; their last event is `end`. */
  readonly cutShort: number;
  /** How many calls were for each reason, by the first reason of the call. */
  readonly reasons: Readonly<Record<string, number>>;
  /** The window, in milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
}
