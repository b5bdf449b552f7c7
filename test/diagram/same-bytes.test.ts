import { expect, test } from '@jest/globals';
import { runInZone } from '../support/run-in-zone.ts';
import { treeScript } from './tree-script.ts';

test('a flow is drawn with the same bytes in five processes, in other zones and locales, and shuffled', async () => {
  const script = treeScript(70);
  const nodes = Object.entries(script.nodes);
  const orders = [nodes, nodes, nodes.toReversed(), nodes.toSorted(([a], [b]) => (a < b ? 1 : -1))];
  const places = [
    ['UTC', 'C'],
    ['Asia/Tokyo', 'el_GR.UTF-8'],
    ['America/New_York', 'tr_TR.UTF-8'],
    ['Pacific/Apia', 'de_DE.UTF-8'],
    ['UTC', 'C'],
  ] as const;
  const drawn: string[] = [];
  for (const [index, [zone, locale]] of places.entries()) {
    const shuffled = { ...script, nodes: Object.fromEntries(orders[index] ?? nodes) };
    drawn.push(
      await runInZone(zone, 'diagram/programs/draw-all.ts', JSON.stringify(shuffled), locale),
    );
  }
  expect(drawn[0]?.match(/<svg /g)?.length).toBeGreaterThan(4);
  expect(new Set(drawn).size).toBe(1);
}, 120_000);
