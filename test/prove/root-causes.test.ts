import { describe, expect, test } from '@jest/globals';
import { bitsWhere, membersOf } from '../../src/prove/bits.ts';
import { rootCauses } from '../../src/prove/root-causes.ts';
import type { BadEnding } from '../../src/prove/spread.ts';
import { nodeId } from '../../src/script/names.ts';

const size = 4;

/** A bad end at `main` after so many actions, in these worlds. */
const ending = (effort: number, worlds: readonly number[], language?: string): BadEnding => ({
  end: { ends: 'badly', reason: 'nowhere', node: nodeId('main'), language, sure: true },
  ...{ arrival: undefined, passage: undefined, entry: 0, effort },
  bits: bitsWhere(size, (world) => worlds.includes(world)),
});
/** Later worlds begin earlier. */
const momentOf = (world: number) => 100 - world;

describe('the causes of bad ends', () => {
  test('are the same where only the way there or the hour differs', () => {
    const [cause, another] = rootCauses([ending(2, [0]), ending(1, [1, 3])], size, momentOf);
    expect(another).toBeUndefined();
    expect([...membersOf(cause?.bits ?? bitsWhere(size, () => false))]).toEqual([0, 1, 3]);
  });

  test('are two where callers of one language alone are lost', () => {
    expect(rootCauses([ending(1, [0]), ending(1, [0], 'el')], size, momentOf)).toHaveLength(2);
  });

  test('are shown by the shortest way, at the earliest moment at which it leads there', () => {
    const endings = [ending(3, [3]), ending(1, [0, 2]), ending(1, [1])];
    const [cause] = rootCauses(endings, size, momentOf);
    expect(cause).toMatchObject({ shortest: { effort: 1 }, world: 2 });
  });
});
