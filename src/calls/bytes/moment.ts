/**
 * Where the moment of an event is handed over: milliseconds since 1970, UTC, in place 0. As an argument
 * of functions, a number of that size is put into an object each time; without these, reading a log
 * makes hardly any garbage.
 */
export type Moment = Float64Array;

/** A place for the moment of one event after the other. */
export function createMoment(): Moment {
  return Float64Array.of(Number.NaN);
}
