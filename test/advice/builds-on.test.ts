import { describe, expect, test } from '@jest/globals';
import { buildsOn } from '../../src/advice/builds-on.ts';
import { nodeId } from '../../src/script/names.ts';

/** A change that takes away these nodes. */
const touching = (...nodes: readonly string[]) => ({
  change: { edits: nodes.map((id) => ({ edit: 'remove-node', id: nodeId(id) }) as const) },
});

describe('what a suggestion builds on', () => {
  test('are the earlier ones at nodes of its own', () => {
    const path = [touching('main'), touching('cards'), touching('main', 'loans')];
    expect(buildsOn(path)).toEqual([[], [], [1]]);
  });

  test('are also those that these build on, each once and in order', () => {
    const path = [
      touching('main'),
      touching('main', 'cards'),
      touching('cards', 'loans'),
      touching('loans', 'cards'),
    ];
    expect(buildsOn(path)).toEqual([[], [1], [1, 2], [1, 2, 3]]);
  });
});
