import { describe, expect, test } from '@jest/globals';
import { defaultCallerTimeModel } from '../../src/advice/caller-time-model.ts';
import type { Advice } from '../../src/advice/suggestion.ts';
import { drawChartScene } from '../../src/diagram/charts/draw-chart-scene.ts';
import { drawChart } from '../../src/diagram/charts/draw-chart.ts';
import { axisSteps, axisText } from '../../src/diagram/charts/axis.ts';
import { chartNames, layoutChart } from '../../src/diagram/charts/layout-chart.ts';
import { reasonsChart } from '../../src/diagram/charts/reasons-chart.ts';
import type { ChartDrawing } from '../../src/diagram/charts/chart-drawing.ts';
import { savingsChart } from '../../src/diagram/charts/savings-chart.ts';
import { emitText } from '../../src/diagram/emit-text.ts';
import { textWidth } from '../../src/diagram/text-width.ts';
import { hearingCurves } from '../../src/insight/timing/hearing-curve.ts';
import { eventsOf, insightInputOf } from '../support/insights-of.ts';
import { flowOf } from '../support/script-of.ts';
import { readXml } from '../support/read-xml.ts';

const hostile = '</title><script>alert(1)</script>\u202eevil & "more"';

const nodesOf = (title: string) => `  main:
    kind: menu
    title: ${JSON.stringify(title)}
    say: Welcome.
    options:
      - {key: "1", title: ${JSON.stringify(title)}, say: "For orders, press 1.", reason: orders, to: orders}
      - {key: "2", say: "For returns, press 2.", reason: returns, to: returns}
    noInput: {to: orders}
    noMatch: {to: orders}
  orders: {kind: queue, queue: orders}
  returns: {kind: task, task: return, success: bye, failure: orders}
  bye: {kind: hangup}
`;

function inputOf(title = 'Main menu') {
  const flow = flowOf(nodesOf(title));
  return insightInputOf(
    flow,
    eventsOf(flow, [
      '60x main 1 orders queue answer hangup',
      '30x main 2 returns + bye disconnect',
      '10x main hangup',
    ]),
  );
}

const boxesOf = ({ items, behind }: ChartDrawing) =>
  [...items.flatMap(({ marks }) => marks), ...behind].flatMap((mark) =>
    mark.shape === 'box' ? [mark] : [],
  );

describe('the charts of a log', () => {
  test.each(chartNames)('%s keeps every box and every text inside the picture', (name) => {
    for (const title of [
      'Main menu',
      hostile,
      'W'.repeat(10_000),
      '日本語サポート窓口'.repeat(9),
    ]) {
      const drawing = layoutChart(name, inputOf(title));
      for (const { x, y, width, height } of boxesOf(drawing)) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(width).toBeGreaterThan(0);
        expect(x + width).toBeLessThanOrEqual(drawing.width);
        expect(y + height).toBeLessThanOrEqual(drawing.height);
      }
      const texts = [
        ...drawing.texts,
        ...drawing.items.flatMap((item) => item.texts),
        ...drawing.legend.map(({ text }) => text),
      ];
      for (const { text, note, size, bold, room, x, y, anchor } of texts) {
        const width = textWidth(text, size, bold) + textWidth(note, size);
        expect(width).toBeLessThanOrEqual(room + 1);
        const begin = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
        expect(begin).toBeGreaterThanOrEqual(-1);
        expect(begin + width).toBeLessThanOrEqual(drawing.width + 1);
        expect(y).toBeLessThanOrEqual(drawing.height);
      }
    }
  });

  test.each(chartNames)('%s is the same through d3 and without a DOM, and safe', async (name) => {
    const drawing = layoutChart(name, inputOf(hostile));
    const svg = await drawChart(drawing);
    expect(svg).toBe(emitText(drawChartScene(drawing)));
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('\u202e');
    expect(readXml(svg)).toBeDefined();
  });

  test('everything that is drawn has a name for those who listen to it', () => {
    for (const name of chartNames)
      for (const { label } of layoutChart(name, inputOf()).items) expect(label).toMatch(/\w.*\.$/s);
  });

  test('a menu second by second counts each caller until they are gone', () => {
    const [curve, another] = hearingCurves(inputOf());
    expect(another).toBeUndefined();
    expect(curve).toMatchObject({ node: 'main', hearings: 100, loss: { count: 10, of: 10 } });
    expect(curve?.seconds.map(({ there, left, chose }) => [there, left, chose])).toEqual([
      [100, 0, 0],
      [100, 10, 90],
    ]);
    expect(curve?.parts.map(({ label }) => label)).toEqual([
      'opening words',
      '1 Main menu',
      '2 returns',
    ]);
  });

  test('a reason can be at most what it has and all calls without one', () => {
    const { flow, replay } = inputOf();
    const bars = reasonsChart(flow, replay).groups[0]?.bars ?? [];
    expect(bars.map(({ name, atMost }) => [name, atMost])).toEqual([
      ['orders', 0.7],
      ['returns', 0.4],
      ['no reason told', undefined],
    ]);
  });

  test('where nothing is to be drawn, a sentence says so', () => {
    const flow = flowOf(nodesOf('x'));
    const input = insightInputOf(flow, []);
    for (const name of chartNames) {
      if (name === 'listening') expect(() => layoutChart(name, input)).toThrow('No callers');
      else expect(layoutChart(name, input).items).toEqual([]);
    }
  });

  test('a node where nobody was lost has no chart, and the error names those that have', () => {
    expect(() => layoutChart('listening', inputOf(), { node: 'mian' })).toThrow(
      'Did you mean "main"?',
    );
  });
});

describe('the chart of what a call takes', () => {
  const current = {
    secondsPerCall: 40,
    calls: 100,
    unknownShare: 0,
    model: defaultCallerTimeModel,
  };
  const advice: Advice = { current, after: current, suggestions: [], notes: [] };
  // Only the numbers of suggestions are drawn.
  const suggestions = [{ number: 1 }, { number: 2 }] as unknown as Advice['suggestions'];
  const bound = { secondsPerCall: 21.5, calls: 100, keptSeconds: 9, trees: 1 };

  test('goes from today through each change to what nothing can be below', () => {
    const chart = savingsChart({ ...advice, suggestions, secondsAfter: [33, 30.25], bound });
    expect(chart?.groups[0]?.bars.map(({ name, text }) => [name, text])).toEqual([
      ['today', '40.0 s'],
      ['after change 1', '33.0 s'],
      ['after change 2', '30.3 s'],
      ['least possible', '21.5 s'],
    ]);
  });

  test('is none where nothing is suggested or no call was counted', () => {
    expect(savingsChart(advice)).toBeUndefined();
    const uncounted = { ...current, secondsPerCall: undefined };
    expect(savingsChart({ ...advice, current: uncounted, suggestions })).toBeUndefined();
  });
});

describe('an axis', () => {
  test.each([
    [0, 5, [0, 0.2, 0.4, 0.6, 0.8, 1], 0],
    [0.51, 5, [0, 0.2, 0.4, 0.6], 0],
    [111, 5, [0, 50, 100, 150], 0],
    [3.78, 5, [0, 1, 2, 3, 4], 0],
  ])('up to %d has round steps', (most, wanted, steps) => {
    const found = axisSteps(most, wanted);
    if (most > 0) expect(found).toEqual(steps);
    expect(found.at(-1)).toBeGreaterThanOrEqual(most);
  });

  test('tells its numbers with their unit', () => {
    expect([axisText(0.25, 'share'), axisText(10, 'seconds'), axisText(0.5, 'hours')]).toEqual([
      '25 %',
      '10 s',
      '0.5 h',
    ]);
  });
});
