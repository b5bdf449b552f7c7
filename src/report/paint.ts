type Brush = (text: string) => string;

/**
 * How a text report is coloured. Reports never know whether anybody sees colours: whoever prints
 * them gives the brushes, from picocolors or any package alike.
 */
export interface Paint {
  readonly bold: Brush;
  readonly dim: Brush;
  readonly red: Brush;
  readonly green: Brush;
  readonly yellow: Brush;
  readonly blue: Brush;
  readonly cyan: Brush;
}

const same: Brush = (text) => text;

/** No colours: for files, pipes and tests. */
export const plain: Paint = {
  bold: same,
  dim: same,
  red: same,
  green: same,
  yellow: same,
  blue: same,
  cyan: same,
};
