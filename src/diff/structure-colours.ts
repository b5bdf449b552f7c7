import type { Sides } from './difference.ts';
import type { FlowSide, NamedWay } from './flow-side.ts';

/** For every node a number; nodes of both sides that can't be told apart have the same one. */
export type Colours = Sides<readonly number[]>;

/** So far around itself a node is looked at. Flows unfold farther, but then ways are walked instead. */
const mostRounds = 12;

/** Gives equal numbers to equal texts. */
function numbering(): (text: string) => number {
  const numbers = new Map<string, number>();
  return (text) => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, numbers.size);
    return numbers.size - 1;
  };
}

const seen = (ways: readonly NamedWay[], colours: readonly number[]): string =>
  ways
    .map(({ name, node }) => `${name}>${colours[node] ?? 'in'}`)
    .sort()
    .join('|');

/**
 * Colours the nodes of two flows together by colour refinement (Weisfeiler and Leman 1968): first by
 * what a node says, then, round by round, also by what stands around it. A node that was matched
 * already has a colour that it shares with its partner alone. The last round is the finest.
 */
export function structureColours(
  sides: Sides<FlowSide>,
  matched: Sides<readonly (number | undefined)[]>,
): readonly Colours[] {
  const first = numbering();
  const start = (side: 'before' | 'after') =>
    sides[side].contents.map((content, index) => {
      const partner = matched[side][index];
      if (partner === undefined) return first(`says ${content}`);
      return first(`pair ${side === 'before' ? index : partner}`);
    });
  let last: Colours = { before: start('before'), after: start('after') };
  const rounds = [last];
  let classes = 0;
  for (let round = 1; round <= mostRounds; round += 1) {
    const coarser = last;
    const next = numbering();
    const refine = (side: 'before' | 'after') =>
      coarser[side].map((colour, index) => {
        const { out, into } = sides[side];
        if (matched[side][index] !== undefined) return next(`pair ${colour}`);
        return next(
          `${colour} ${seen(out[index] ?? [], coarser[side])} ${seen(into[index] ?? [], coarser[side])}`,
        );
      });
    last = { before: refine('before'), after: refine('after') };
    const count = new Set([...last.before, ...last.after]).size;
    if (count === classes) break;
    classes = count;
    rounds.push(last);
  }
  return rounds;
}
