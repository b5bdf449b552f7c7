import type { PathStep } from './variant.ts';

/**
 * The paths of calls in the order of their events, in a form that goes from thread to thread. Each
 * beginning that paths share stands once, in front of all that go on from it; the empty one comes first.
 */
export interface OrderedPaths {
  /** The events by their numbers. */
  readonly steps: readonly PathStep[];
  /** How many events each beginning has, and the number of the last one. */
  readonly lengths: Int32Array;
  readonly tokens: Int32Array;
  /** Where beginnings stand that are whole paths, in order. */
  readonly ends: Int32Array;
  /** Four numbers for each of these: calls, and the sum, the least and the greatest of their milliseconds. */
  readonly counted: Float64Array;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The order of events in paths: by name, node and value, each by its code units. */
export function compareSteps(a: PathStep, b: PathStep): number {
  return (
    compareText(a.event, b.event) || compareText(a.node, b.node) || compareText(a.value, b.value)
  );
}
