import type { OptionMove } from './change.ts';

/** Options that move, each with its key today and then; of a menu that they leave, with its name. */
export function movesInWords(moves: readonly OptionMove[]): string {
  return moves
    .map(({ label, from, to }) =>
      from.menu === to.menu
        ? `${label}: ${from.key} → ${to.key}`
        : `${label}: ${from.key} of ${from.menu} → ${to.key} of ${to.menu}`,
    )
    .join(', ');
}
