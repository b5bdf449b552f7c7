import type { CallEventName } from './call-event.ts';

/** One event of a path, without its time. */
export interface PathStep {
  readonly event: CallEventName;
  readonly node: string;
  readonly value: string;
}

/** A path that calls took, with the number of calls that took it. Times are in milliseconds. */
export interface Variant {
  readonly steps: readonly PathStep[];
  readonly calls: number;
  readonly duration: { readonly sum: number; readonly min: number; readonly max: number };
}
