import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applySuggestions } from '../../src/advice/apply-suggestion.ts';
import { demandAfter } from '../../src/advice/demand-seats.ts';
import { callerTime } from '../../src/advice/caller-time.ts';
import { defaultCallerTimeModel } from '../../src/advice/caller-time-model.ts';
import { demandOf } from '../../src/advice/demand.ts';
import { findSuggestions as suggest } from '../../src/advice/find-suggestions.ts';
import { buildCallFlow } from '../../src/flow/build-call-flow.ts';
import type { CallFlow } from '../../src/flow/call-flow.ts';
import { replayOf, type Happened } from '../support/replay-of.ts';
import { documentOf, flowOf } from '../support/script-of.ts';
import { workedModel, workedTree } from '../support/worked-tree.ts';

const model = { ...defaultCallerTimeModel, press: 2, entry: 0.5 };
const say = (seconds: number) => `{recording: a.wav, length: ${seconds}}`;

function timeOf(
  flow: CallFlow,
  calls: number,
  happened: Readonly<Record<string, Happened>>,
  change: Partial<typeof model> = {},
) {
  const demand = demandOf(flow, replayOf(flow, calls, happened));
  return callerTime(flow.script, demand, { ...model, ...change });
}

const menu = (extra = '') => `
  main:
    kind: menu
    say: ${say(1)}
    ${extra}
    options:
      - {key: "1", say: ${say(3)}, to: end}
      - {key: "2", say: ${say(5)}, to: end}
    noInput: {wait: 4, say: ${say(2)}, to: end}
    noMatch: {say: ${say(1.5)}, to: end}
  end: {kind: hangup}`;

describe('the time that callers spend', () => {
  test('in a menu is its silence, its header, the options up to theirs, and the press', () => {
    expect(timeOf(flowOf(menu()), 10, { main: { choices: [10, 0] } }).secondsPerCall).toBe(6.5);
    expect(timeOf(flowOf(menu()), 10, { main: { choices: [0, 10] } }).secondsPerCall).toBe(11.5);
  });

  test('without barge-in is that of all options, whatever they choose', () => {
    const flow = flowOf(menu('bargeIn: false'));
    expect(timeOf(flow, 1, { main: { choices: [1, 0] } }).secondsPerCall).toBe(11.5);
  });

  test('grows with silence: all options, the wait, what is said then, and all once more', () => {
    const flow = flowOf(menu());
    const time = timeOf(flow, 1, { main: { choices: [1, 0], noInputs: 1 } });
    expect(time.secondsPerCall).toBe(6.5 + (0.5 + 1 + 8 + 4 + 2));
    const gaveUp = timeOf(flow, 1, { main: { taken: { noInput: 1 }, noInputs: 1 } });
    expect(gaveUp.secondsPerCall).toBe(0.5 + 1 + 8 + 4 + 2);
  });

  test('counts half of the options for those who mistype or leave', () => {
    const flow = flowOf(menu());
    const left = timeOf(flow, 1, { main: { left: 1 } });
    expect(left.secondsPerCall).toBe(0.5 + 1 + 4);
    const mistyped = timeOf(flow, 1, { main: { choices: [1, 0], noMatches: 1 } });
    expect(mistyped.secondsPerCall).toBe(6.5 + 0.5 + 1 + 4 + 2 + 1.5);
  });

  test('counts announcements and entries, and no waiting', () => {
    const flow = flowOf(`
  hello: {kind: announcement, say: ${say(4)}, to: ask}
  ask: {kind: collect, say: ${say(2)}, digits: {min: 4, max: 6}, to: wait}
  wait: {kind: queue, queue: general, say: ${say(3)}}`);
    const happened = { hello: { taken: { next: 1 } }, ask: { taken: { next: 1 } } };
    expect(timeOf(flow, 1, happened).secondsPerCall).toBeCloseTo(4 + 2 + 0.5 + 2 + 4 * 0.28 + 3, 9);
  });

  test('counts the prompt again each time it is said again', () => {
    const flow = flowOf(`
  ask: {kind: collect, say: ${say(2)}, noInput: {wait: 4}, to: end}
  end: {kind: hangup}`);
    const silent = { ask: { taken: { next: 1 }, noInputs: 2 } };
    expect(timeOf(flow, 1, silent).secondsPerCall).toBeCloseTo(3 * (2 + 0.5) + 2 * 4 + 2, 9);
  });

  test('pauses after spoken options of a menu with more than three, not after recordings', () => {
    const option = (key: number) => `      - {key: "${key}", say: "Cards, ${key}", to: end}\n`;
    const four = flowOf(
      `  main:\n    kind: menu\n    options:\n${[1, 2, 3, 4].map(option).join('')}  end: {kind: hangup}`,
    );
    const last = { main: { choices: [0, 0, 0, 1] } };
    const without = timeOf(four, 1, last, { pause: 0 }).secondsPerCall ?? NaN;
    expect(timeOf(four, 1, last).secondsPerCall).toBeCloseTo(without + 4 * 0.5, 9);
    expect(timeOf(four, 1, last, { optionsWithoutPause: 4 }).secondsPerCall).toBe(without);
  });

  test('is said to be assumed where the length of a prompt is unknown', () => {
    const flow = flowOf(
      '  a: {kind: announcement, say: {recording: x.wav}, to: b}\n  b: {kind: hangup}',
    );
    const time = timeOf(flow, 1, { a: { taken: { next: 1 } } });
    expect(time).toMatchObject({ secondsPerCall: 3, unknownShare: 1 });
  });

  test('follows the language that callers chose, came with, or are known by', () => {
    const flow = flowOf(
      `
  main:
    kind: menu
    options:
      - {key: "1", say: ${say(1)}, language: el, to: next}
      - {key: "2", say: ${say(1)}, to: next}
  next: {kind: announcement, say: {recording: {en: a.wav, el: b.wav}, length: {en: 10, el: 20}}, to: end}
  end: {kind: hangup}`,
      'language: en\nentries: [{start: main, number: "1"}, {start: next, number: "2", language: el}]',
    );
    const demand = demandOf(
      flow,
      replayOf(flow, 10, { main: { choices: [1, 3] }, next: { taken: { next: 10 } } }),
    );
    // Six of ten calls began there in Greek, one chose it, three stayed with English.
    expect(demand.nodes.get(flow.nodes[1]?.id as never)?.languages).toEqual([
      { language: 'el', share: 0.7 },
      { language: 'en', share: 0.3 },
    ]);
    const branch = flowOf(`
  way: {kind: branch, on: language, cases: [{when: el, to: next}], otherwise: next}
  next: {kind: announcement, say: {recording: {en: a.wav, el: b.wav}, length: {en: 10, el: 20}}, to: end}
  end: {kind: hangup}`);
    const happened = { way: { taken: { case: 1, next: 1 } }, next: { taken: { next: 2 } } };
    expect(timeOf(branch, 2, happened).secondsPerCall).toBeCloseTo(15, 9);
  });

  test('settles also where languages go round in a loop', () => {
    const flow = flowOf(`
  main:
    kind: menu
    options:
      - {key: "1", say: ${say(1)}, language: el, to: main}
      - {key: "2", say: {recording: {en: a.wav, el: b.wav}, length: {en: 10, el: 20}}, to: end}
  end: {kind: hangup}`);
    const replay = replayOf(flow, 10, { main: { choices: [5, 10] } });
    const [first, second] = [...demandOf(flow, replay).nodes.values()][0]?.languages ?? [];
    // Of 15 visits 5 came with the Greek key; the other 10 began in English.
    expect(first?.share).toBeCloseTo(1 / 3, 9);
    expect(second?.share).toBeCloseTo(2 / 3, 9);
  });

  test('scales with the lengths of the prompts, but for what the model adds', () => {
    const { flow, replay } = workedTree();
    const written = JSON.stringify(flow.script)
      .replaceAll('"length":3', '"length":6')
      .replaceAll('"length":1', '"length":2');
    const longer = JSON.parse(written) as typeof flow.script;
    const demand = demandOf(flow, replay);
    const bare = { ...workedModel, press: 0 };
    const once = callerTime(flow.script, demand, bare).secondsPerCall ?? NaN;
    expect(callerTime(longer, demand, bare).secondsPerCall).toBeCloseTo(2 * once, 9);
  });

  test('of a chain of 100,000 nodes is found without trouble', () => {
    const length = 100_000;
    const { script } = documentOf('  n0: {kind: hangup}');
    const say = { text: 'Hello there.' };
    const nodes = Object.fromEntries(
      Array.from({ length }, (_, index) => [
        `n${index}`,
        index === length - 1
          ? { kind: 'hangup' }
          : { kind: 'announcement', say, to: `n${index + 1}` },
      ]),
    ) as unknown as typeof script.nodes;
    const flow = buildCallFlow({
      ...script,
      nodes,
      entries: [{ start: flowStart, language: 'el' }],
    });
    const replay = replayOf(flow, 1, {});
    const visited = {
      ...replay,
      nodes: replay.nodes.map((node) => ({ ...node, visits: 1, entered: 1 })),
      edges: replay.edges.map((edge) => ({ ...edge, taken: 1, calls: 1 })),
    };
    const { current } = suggest(flow, visited);
    expect(current.secondsPerCall).toBeGreaterThan(0.7 * length);
  });
});

const flowStart = 'n0' as never;

const anyOption = fc.record({
  words: fc.integer({ min: 1, max: 12 }),
  times: fc.nat(500),
  pinned: fc.boolean(),
  recorded: fc.boolean(),
  greek: fc.boolean(),
});

describe('a suggestion', () => {
  test('of another order saves exactly the difference between the times before and after it', () => {
    fc.assert(
      fc.property(
        fc.array(anyOption, { minLength: 2, maxLength: 9 }),
        fc.nat(300),
        fc.nat(200),
        (options, left, noInputs) => {
          const lines = options.map(({ words, pinned, recorded, greek }, index) => {
            const text = `For ${'very '.repeat(words)}much, press ${index + 1}.`;
            const el = greek ? `, el: "Για κάρτες, πατήστε ${index + 1}."` : '';
            const prompt = recorded
              ? `{recording: a.wav, length: ${words}, text: "${text}"}`
              : `{en: "${text}"${el}}`;
            return `      - {key: "${index + 1}", say: ${prompt}, to: end, pinned: ${pinned}}`;
          });
          const flow = flowOf(
            `  main:\n    kind: menu\n    say: "Press 1, 2 or 3."\n    options:\n${lines.join('\n')}\n  end: {kind: hangup}`,
            'language: en\nentries: [{start: main}, {start: main, language: el}]',
          );
          const choices = options.map(({ times }) => times);
          const calls = choices.reduce((sum, times) => sum + times, left + 1);
          const replay = replayOf(flow, calls, { main: { choices, left: left + 1, noInputs } });
          const { suggestions, current, after } = suggest(flow, replay, { only: ['reorder'] });
          const demand = demandOf(flow, replay);
          const changed = callerTime(
            applySuggestions(flow.script, suggestions),
            demandAfter(demand, suggestions),
          );
          const saved = suggestions.reduce((sum, { saving }) => sum + saving.seconds, 0);
          const before = current.secondsPerCall ?? NaN;
          expect(after).toEqual(changed);
          expect(Math.abs(before - (changed.secondsPerCall ?? NaN) - saved)).toBeLessThan(1e-9);
          expect(changed.secondsPerCall).toBeLessThanOrEqual(before);
        },
      ),
      { numRuns: 150 },
    );
  });
});
