/** The words that a drawing of changes adds to those of every drawing. */
export const changeWords = {
  added: 'new',
  removed: 'gone',
  changed: 'says or does something else',
  moved: 'another key than before',
  count: (differences: number): string =>
    differences === 0
      ? 'No difference'
      : `${differences} difference${differences === 1 ? '' : 's'}`,
} as const;
