import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CallEvent } from '../../../src/calls/call-event.ts';
import { dwellBucket } from '../../../src/calls/dwell-bucket.ts';
import { listeningInsight } from '../../../src/insight/timing/listening.ts';
import { listeningTax } from '../../../src/insight/timing/listening-tax.ts';
import { decisionTime, timePresses } from '../../../src/insight/timing/decisions.ts';
import { fullListens } from '../../../src/insight/timing/full-listens.ts';
import { timingOf } from '../../../src/insight/timing/timing-of.ts';
import { insightInputOf } from '../../support/insights-of.ts';
import { flowOf } from '../../support/script-of.ts';

const menu = (more = '') => `
  main:
    kind: menu
    say: {recording: head, length: 2s}
    noInput: {wait: 5s, attempts: 2, say: {recording: sorry, length: 1s}, to: bye}
    options:
      - {key: "1", to: bye, say: {recording: one, length: 4s}}
      - {key: "2", to: bye, say: {recording: two, length: 6s}}
      - {key: "0", to: bye, role: agent, say: {recording: zero, length: 3s}}${more}
  bye: {kind: hangup}
`;
const flow = flowOf(menu());
// Silence 0.5 s, opening words to 2.5 s, the options to 6.5, 12.5 and 15.5 s.

/** Calls at the menu: what happened after how many seconds, one after the other. */
type Deed = readonly [event: CallEvent['event'], seconds: number, value?: string];
const inputOf = (calls: readonly (readonly Deed[])[], on = flow) =>
  insightInputOf(
    on,
    calls.flatMap((deeds, call) => {
      const start = Date.UTC(2026, 2, 2) + call * 3_600_000;
      const row = (event: CallEvent['event'], seconds: number, node = 'main', value = '') => ({
        ...{ call: `c${call}`, at: start + Math.round(seconds * 1000), event, node, value },
      });
      return [
        row('start', 0, ''),
        row('enter', 0),
        ...deeds.map(([event, seconds, value]) => row(event, seconds, 'main', value)),
      ];
    }),
  );
const timedOf = (input: ReturnType<typeof inputOf>) => {
  const [timed] = timingOf(input);
  if (timed === undefined) throw new Error('the menu should have been heard');
  return timed;
};

describe('what was being said when a hearing ended', () => {
  const input = inputOf([
    [['hangup', 3]],
    [['hangup', 7]],
    [['hangup', 7.5]],
    [['input', 8, '1']],
    [['input', 14, '2']],
    [['hangup', 16]],
    [
      ['noinput', 20.5],
      ['hangup', 21.3],
    ],
    [
      ['noinput', 20.5],
      ['input', 32, '2'],
    ],
    [['hangup', 0.2]],
  ]);
  const { heard } = timedOf(input);
  const told = heard.parts.map(({ name, option, heard: came, ended }) => [
    option === undefined ? name : `option ${option + 1}`,
    came,
    ended.left,
    ended.chose,
  ]);

  test('parts are counted from those who heard them begin, asking again included', () => {
    expect(told).toEqual([
      ['before', 11, 1, 0],
      // Asking again says sorry first: 0.5 to 1.5 s, where the eighth call hung up at 0.8 s.
      ['retry', 2, 1, 0],
      ['header', 9, 0, 0],
      ['option 1', 9, 1, 0],
      ['option 2', 8, 2, 2],
      ['option 3', 4, 0, 1],
      ['after', 3, 1, 0],
    ]);
  });

  test('they say where most gave up, of how many, and leave nothing of a hearing out', () => {
    const { tables } = listeningInsight.find(input);
    expect(tables[0]?.rows[0]).toMatchObject({
      ...{ node: 'main', part: '2 bye', from: 6.5, to: 12.5 },
      left: { count: 2, of: 8 },
    });
    const seconds = tables[1]?.rows.map(({ second, part }) => [second, part]);
    expect(seconds).toContainEqual([7, '2 bye']);
  });

  test('without lengths it says that it can not know', () => {
    const unknown = flowOf(`
  main: {kind: menu, say: {unknown: "a file"}, options: [{key: "1", to: bye}]}
  bye: {kind: hangup}
`);
    const { tables, notes } = listeningInsight.find(inputOf([[['hangup', 3]]], unknown));
    expect(tables[0]?.rows).toEqual([]);
    expect(notes.join(' ')).toContain(`It is unknown what was being said at "main"`);
  });

  test('where languages take different times, hearings count in each by its share', () => {
    const two = flowOf(
      `
  main:
    kind: menu
    options:
      - {key: "1", to: bye, say: {recording: {en: a, el: b}, length: {en: 4s, el: 8s}}}
      - {key: "8", language: el, do: repeat, say: {recording: {en: c, el: d}, length: {en: 2s, el: 2s}}}
  bye: {kind: hangup}
`,
    );
    const timed = timedOf(inputOf([[['input', 6, '8']], [['hangup', 5]], [['hangup', 5]]], two));
    expect(timed.heard.mixedLanguages).toBe(0);
    const back = inputOf(
      [
        [
          ['input', 6, '8'],
          ['enter', 6],
          ['hangup', 11],
        ],
        [['hangup', 5]],
      ],
      two,
    );
    const mixed = timedOf(back);
    expect(mixed.heard.mixedLanguages).toBe(2);
    const [, first, second] = mixed.heard.parts;
    // Two of three visits are in English, where option 1 ends at 4.5 s; in Greek it ends at 8.5 s.
    expect(first?.ended.left).toBeCloseTo(2 / 3, 10);
    expect(second?.ended.left).toBeCloseTo(4 / 3, 10);
  });
});

describe('decisions', () => {
  const { decisions } = timedOf(
    inputOf([
      ...Array.from({ length: 9 }, (_, index): readonly Deed[] => [['input', 7 + index / 10, '1']]),
      [['input', 1, '1']],
      [['input', 5, '1']],
      [['input', 16, '1']],
    ]),
  );
  const [first] = decisions?.options ?? [];

  test('are timed from the end of the words of the option; presses before it are told apart', () => {
    if (first === undefined) throw new Error('the menu has options');
    expect(timePresses(first)).toMatchObject({ presses: 12, before: 1, during: 1 });
    expect(decisionTime(first)?.value).toBeCloseTo(0.905, 6);
  });

  test('of a menu that can not be interrupted are timed from its end, and nobody listens longer than others', () => {
    const closed = flowOf(menu('\n    bargeIn: false'));
    const own = timedOf(
      inputOf(
        Array.from({ length: 5 }, (): readonly Deed[] => [['input', 17, '1']]),
        closed,
      ),
    ).decisions;
    const [option] = own?.options ?? [];
    expect(option === undefined ? undefined : decisionTime(option)?.value).toBeCloseTo(1.55, 6);
    expect(own === undefined ? undefined : fullListens(own)).toBeUndefined();
  });

  test('who hears everything before an early option is a full listener', () => {
    expect(decisions === undefined ? undefined : fullListens(decisions)).toMatchObject({
      ...{ count: 1, of: 12 },
    });
  });
});

describe('the listening tax', () => {
  const deeds = fc.array(
    fc.tuple(
      fc.constantFrom<'hangup' | 'input' | 'nomatch'>('hangup', 'input', 'nomatch'),
      fc.integer({ min: 0, max: 30_000 }),
      fc.constantFrom('1', '2', '0'),
    ),
    { minLength: 1, maxLength: 20 },
  );

  test('of all parts adds up to what callers listened, and endings to hearings', () => {
    fc.assert(
      fc.property(deeds, (all) => {
        const input = inputOf(
          all.map(([event, ms, key]) => [[event, ms / 1000, event === 'input' ? key : '']]),
        );
        const timed = timedOf(input);
        const { parts, hearings } = timed.heard;
        const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
        const middle = (ms: number) => {
          const low = dwellBucket(ms);
          return (low + (ms < 1000 ? 0 : ms < 10_000 ? 5 : 50)) / 1000;
        };
        expect(sum(parts.map(({ seconds }) => seconds))).toBeCloseTo(
          sum(all.map(([, ms]) => middle(ms))),
          6,
        );
        expect(sum(parts.flatMap(({ ended }) => Object.values(ended)))).toBe(hearings);
        expect(hearings).toBe(all.length);
        // Counted plainly: who pressed 2, and who was still there when option 2 began.
        const [, second] = listeningTax(timed);
        expect(second?.chosen ?? 0).toBe(
          all.filter(([event, , key]) => event === 'input' && key === '2').length,
        );
        expect(second?.heard ?? 0).toBe(all.filter(([, ms]) => middle(ms) >= 6.5).length);
      }),
    );
  });
});
