/** How far up and down a stack of cards reaches in one column. */
interface Level {
  readonly top: number;
  readonly bottom: number;
}

/**
 * The outline of a tree of cards, column by column. Levels lie deepest first, so that a card is put in
 * front at the end of the list; `shift` moves the whole without touching them. Contours are consumed
 * by what is done with them: this keeps placing a tree linear (Reingold and Tilford, IEEE TSE 7, 1981).
 */
export interface Contour {
  levels: Level[];
  shift: number;
}

/** How far the lower tree must move down to keep its distance from the upper one in every column. */
export function separation(upper: Contour, lower: Contour, gap: number): number {
  const shared = Math.min(upper.levels.length, lower.levels.length);
  let most = Number.NEGATIVE_INFINITY;
  for (let depth = 1; depth <= shared; depth += 1) {
    const above = upper.levels[upper.levels.length - depth];
    const below = lower.levels[lower.levels.length - depth];
    if (above === undefined || below === undefined) continue;
    most = Math.max(most, above.bottom + upper.shift + gap - below.top - lower.shift);
  }
  return shared === 0 ? 0 : most;
}

/** The outline of both trees, the lower one below the upper. Time is that of the shallower one. */
export function joinContours(upper: Contour, lower: Contour): Contour {
  const [base, other] =
    upper.levels.length >= lower.levels.length ? [upper, lower] : [lower, upper];
  const shared = other.levels.length;
  for (let depth = 1; depth <= shared; depth += 1) {
    const at = base.levels.length - depth;
    const own = base.levels[at];
    const its = other.levels[shared - depth];
    if (own === undefined || its === undefined) continue;
    const moved = other.shift - base.shift;
    base.levels[at] =
      base === upper
        ? { top: own.top, bottom: its.bottom + moved }
        : { top: its.top + moved, bottom: own.bottom };
  }
  return base;
}

/** Puts a column in front of the first one. */
export function pushLevel(contour: Contour, top: number, bottom: number): void {
  contour.levels.push({ top: top - contour.shift, bottom: bottom - contour.shift });
}

/** The lowest edge in any column. */
export function lowestEdge(contour: Contour): number {
  let lowest = 0;
  for (const { bottom } of contour.levels) lowest = Math.max(lowest, bottom + contour.shift);
  return lowest;
}

/** The highest edge in any column. */
export function highestEdge(contour: Contour): number {
  let highest = Number.POSITIVE_INFINITY;
  for (const { top } of contour.levels) highest = Math.min(highest, top + contour.shift);
  return highest;
}
