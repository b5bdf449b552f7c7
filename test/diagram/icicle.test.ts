import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { emitD3 } from '../../src/diagram/emit-d3.ts';
import { emitText } from '../../src/diagram/emit-text.ts';
import { drawIcicle } from '../../src/diagram/icicle/draw-icicle.ts';
import { drawIcicleScene } from '../../src/diagram/icicle/draw-icicle-scene.ts';
import type { DrawnBlock, IcicleDrawing } from '../../src/diagram/icicle/icicle-drawing.ts';
import { layoutIcicle } from '../../src/diagram/icicle/layout-icicle.ts';
import { buildCallFlow } from '../../src/flow/build-call-flow.ts';
import { eventsOf, insightInputOf } from '../support/insights-of.ts';
import { flowOf } from '../support/script-of.ts';
import { anyScript } from './any-script.ts';
import { widestOf } from './geometry.ts';
import { treeScript } from './tree-script.ts';

const line = flowOf(`
  main: {kind: menu, options: [{key: "1", to: bills}, {key: "2", to: desk}], noInput: {attempts: 3}}
  bills: {kind: announcement, say: Your bill is paid., to: main}
  desk: {kind: queue, queue: desk}`);

const callsOf = (calls: readonly string[]) => insightInputOf(line, eventsOf(line, calls)).replay;

/** 60 calls to the desk, 30 by way of the bills and the menu again, 10 that hang up at the menu. */
const replay = callsOf([
  '60x main 2 desk queue answer',
  '30x main 1 bills main 2 desk queue answer',
  '10x main ~ hangup',
]);

const told = ({ blocks }: IcicleDrawing): readonly (readonly unknown[])[] =>
  blocks.map(({ id, x, weight, lost }) => [id, Math.round((x - 24) / 164), weight, lost?.calls]);

function expectTidy({ blocks, width, height }: IcicleDrawing): void {
  const overlaps = (a: DrawnBlock, b: DrawnBlock): boolean =>
    a.x === b.x && a.y < b.y + b.height - 0.01 && b.y < a.y + a.height - 0.01;
  blocks.forEach((block, index) => {
    expect(blocks.slice(index + 1).filter((other) => overlaps(block, other))).toEqual([]);
    expect(block.x + block.width).toBeLessThanOrEqual(width);
    expect(block.y + block.height).toBeLessThanOrEqual(height);
    for (const text of block.texts) expect(widestOf(text)).toBeLessThanOrEqual(text.room + 0.01);
  });
}

describe('an icicle of calls', () => {
  test('unrolls ways, and tells where callers were lost', () => {
    expect(told(layoutIcicle(line, { replay }))).toEqual([
      ['_start-0', 0, 100, undefined],
      ['main', 1, 100, 10],
      ['desk', 2, 60, undefined],
      ['bills', 2, 30, undefined],
      ['main', 3, 30, undefined],
      ['desk', 4, 30, undefined],
    ]);
  });

  test('is as high at every step as its calls', () => {
    const { blocks } = layoutIcicle(line, { replay });
    const all = blocks[0]?.height ?? 0;
    for (const { height, weight } of blocks) expect(height / all).toBeCloseTo(weight / 100);
  });

  test('says what it cuts', () => {
    const drawing = layoutIcicle(line, { replay, depth: 3 });
    expect(Math.max(...told(drawing).map(([, column]) => Number(column)))).toBe(2);
    expect(drawing.description).toMatch(/paths are cut after 3 steps$/);
    expect(layoutIcicle(line, { replay, depth: 5 }).description).not.toMatch(/cut/);
  });

  test('has a name for every block', async () => {
    const svg = await drawIcicle(line, { replay });
    expect(svg).toContain('aria-label="Main: 100 calls, 100%, 10% are lost here."');
    expect(svg).toContain('fill="url(#ivr_hatch)"');
  });

  test('of a log without calls is the call that didn’t come', () => {
    expect(told(layoutIcicle(line, { replay: callsOf([]) }))).toEqual([
      ['_start-0', 0, 0, undefined],
    ]);
  });
});

describe('an icicle of a flow', () => {
  test('is tidy, and the same through d3 and through text, whatever the flow', async () => {
    await fc.assert(
      fc.asyncProperty(anyScript(), async (script) => {
        const drawing = layoutIcicle(buildCallFlow(script));
        expectTidy(drawing);
        const scene = drawIcicleScene(drawing);
        expect(await emitD3(scene)).toBe(emitText(scene));
      }),
      { numRuns: 25 },
    );
  });

  test('of a thousand steps fits a page, and draws thin ways together', () => {
    const drawing = layoutIcicle(buildCallFlow(treeScript(1000)));
    expectTidy(drawing);
    expect(drawing.height).toBeLessThan(1600);
    expect(drawing.blocks.some(({ id }) => id === undefined)).toBe(true);
  });
});
