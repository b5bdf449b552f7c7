import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { retargeted } from '../../src/diff/retargeted.ts';
import { exitsOf } from '../../src/flow/node-exits.ts';
import { nodeId, type NodeId } from '../../src/script/names.ts';
import { nodeKinds } from '../../src/script/vocabulary.ts';
import { anyScript } from '../support/any-script.ts';
import '../support/fixed-seed.ts';

const here = nodeId('here');
const renamed = (id: NodeId): NodeId => nodeId(`${id}-was`);

describe('a node that leads by other names', () => {
  test('leads everywhere as it led, and says what it said', () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(anyScript, (script) => {
        const bare = { ...script, defaults: undefined };
        for (const node of Object.values(script.nodes)) {
          met.add(node.kind);
          const next = retargeted(node, renamed);
          const led = exitsOf(here, node, bare).map((exit) => {
            const stays = exit.does === 'repeat' || exit.to === undefined;
            return stays ? exit : { ...exit, to: renamed(exit.to) };
          });
          expect(exitsOf(here, next, bare)).toEqual(led);
          // Names that lead back as they came leave nothing else behind.
          const same = retargeted(next, (id) => nodeId(id.replace(/-was$/, '')));
          expect(same).toEqual(node);
        }
      }),
      { numRuns: 100 },
    );
    expect([...met].sort()).toEqual([...nodeKinds].sort());
  });
});
