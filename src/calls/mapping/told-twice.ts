/** A row whose moment is known, or one of two, or of no matter; in the order of the log. */
export type Timed<Row> = { readonly row: Row } & (
  { readonly at: number | undefined } | { readonly first: number; readonly second: number }
);

/** A row with its moment; nothing where it can't be told. */
export interface Settled<Row> {
  readonly row: Row;
  readonly at: number | undefined;
}

/** Tells of moments that a clock shows twice which of the two they are, as far as their order says. */
export interface OrderTeller<Row> {
  /** Takes a row; gives the rows that are settled now, in their order. */
  readonly take: (timed: Timed<Row>) => readonly Settled<Row>[];
  readonly finish: () => readonly Settled<Row>[];
}

/** So late may a row of a log come that counts as being in order, in milliseconds. */
const latest = 5 * 60_000;
/** More rows of one such hour aren't held. */
const mostHeld = 1_000_000;

/**
 * When clocks are set back, an hour comes twice. In a log in order of time the hour shows itself: its
 * times rise, fall back once, and rise again; what stands before the fall is of the first pass, what
 * stands behind it of the second. A time that would be late by more than five minutes if it were of the
 * first pass is of the second. Where neither tells, or the log is not in order of time, the moment isn't
 * known, and nothing is guessed.
 */
export function orderTeller<Row>(): OrderTeller<Row> {
  let held: { readonly row: Row; readonly first: number | undefined }[] = [];
  let highest = Number.NEGATIVE_INFINITY;
  let known = Number.NEGATIVE_INFINITY;
  /** Whether rows stand in order of time so far: where they don't, their order tells nothing. */
  let isInOrder = true;

  const letGo = (pass: 'first' | 'unknown'): readonly Settled<Row>[] => {
    const settled = held.map(({ row, first }) => ({
      row,
      at: pass === 'first' ? first : undefined,
    }));
    if (pass === 'first') known = Math.max(known, highest);
    held = [];
    highest = Number.NEGATIVE_INFINITY;
    return settled;
  };

  return {
    take(timed) {
      const { row } = timed;
      if ('at' in timed) {
        if (timed.at === undefined) {
          // It stays behind the rows that are held, so that all come out in their order.
          if (held.length === 0) return [{ row, at: undefined }];
          held.push({ row, first: undefined });
          return [];
        }
        const settled = letGo('unknown');
        if (known - timed.at > latest) isInOrder = false;
        known = Math.max(known, timed.at);
        return [...settled, { row, at: timed.at }];
      }
      const { first, second } = timed;
      if (!isInOrder) return [{ row, at: undefined }];
      if (known - first > latest) {
        const settled = letGo('unknown');
        known = Math.max(known, second);
        return [...settled, { row, at: second }];
      }
      if (highest - first > (second - first) / 2) {
        const settled = letGo('first');
        known = Math.max(known, second);
        return [...settled, { row, at: second }];
      }
      held.push({ row, first });
      highest = Math.max(highest, first);
      return held.length > mostHeld ? letGo('unknown') : [];
    },
    finish: () => letGo('unknown'),
  };
}
