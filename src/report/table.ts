import { displayWidth, padTo } from './display-width.ts';

/** A cell; `paint` colours it after it was measured. */
export interface Cell {
  readonly text: string;
  readonly paint?: (text: string) => string;
}

/** A column that stands to the right, as numbers do, or to the left. */
export type Side = 'left' | 'right';

/**
 * Lines up rows by the width of their texts on a terminal, two spaces between columns, no spaces at
 * the ends of lines. Rows may be shorter than others.
 */
export function tableLines(
  rows: readonly (readonly Cell[])[],
  sides: readonly Side[],
): readonly string[] {
  const widths = sides.map((_, column) =>
    rows.reduce((most, row) => Math.max(most, displayWidth(row[column]?.text ?? '')), 0),
  );
  return rows.map((row) => {
    const last = row.findLastIndex(({ text }) => text !== '');
    return row
      .slice(0, last + 1)
      .map(({ text, paint = (same) => same }, column) => {
        const isLastLeft = column === last && sides[column] !== 'right';
        const padded = isLastLeft
          ? text
          : padTo(text, widths[column] ?? 0, sides[column] ?? 'left');
        return paint(padded);
      })
      .join('  ');
  });
}
