import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { proposeTimeOuts } from '../../src/advice/beside-time/time-outs.ts';
import { writeNativeScript } from '../../src/export/native.ts';
import { buildCallFlow } from '../../src/flow/build-call-flow.ts';
import { retryPolicy } from '../../src/flow/retry-policy.ts';
import { timeNodes } from '../../src/insight/timing/timing-of.ts';
import { defaultSpeechFigures } from '../../src/prompt/speech-figures.ts';
import { expectWritten, groundIn } from '../support/held-kinds.ts';
import { eventsOf, insightInputOf } from '../support/insights-of.ts';
import { replayOf } from '../support/replay-of.ts';
import { documentOf } from '../support/script-of.ts';
import type { DwellTime } from '../../src/calls/dwell-times.ts';
import { histogramsOf } from '../support/histograms-of.ts';

/** A menu that waits so long for a key, and callers who press so many whole seconds behind its last word. */
interface Waited {
  readonly wait: number | undefined;
  readonly presses: readonly { readonly second: number; readonly times: number }[];
  readonly silent: number;
  readonly json: boolean;
  readonly legal: boolean;
}

function helpsFor({ wait, presses, silent, json, legal }: Waited) {
  const yaml = documentOf(`
  # the first
  main:
    kind: menu # asks
${legal ? '    tags: [legal]\n' : ''}    options:
      - {key: "1", say: "For bills, press 1.", to: bye} # most
      - {key: "2", say: "For faults, press 2.", to: bye}
${wait === undefined ? '' : `    noInput: {wait: ${wait}s, to: bye} # and then\n`}  bye: {kind: hangup}
`);
  const source = json
    ? { path: 'a.json', text: writeNativeScript(yaml.script, 'json') }
    : yaml.source;
  const flow = buildCallFlow(yaml.script);
  const { log } = insightInputOf(flow, eventsOf(flow, ['main 1 bye hangup']));
  const replay = replayOf(flow, 1000, { main: { choices: [900, 100] } });
  const dwell = (rows: readonly object[]) => ({
    ...{ ...log, dwell: histogramsOf(rows as readonly DwellTime[]) },
  });
  const one = { node: 'main', from: 'enter', to: 'input', value: '1', ms: 30_000, times: 1 };
  const timed = timeNodes({ flow, log: dwell([one]), replay }, defaultSpeechFigures);
  const said = timed[0]?.decisions?.saidBy ?? NaN;
  const ms = (second: number) => Math.round((said + second + 0.3) * 1000);
  const rows = [
    ...presses.map(({ second, times }) => ({ ...one, ms: ms(second), times })),
    { ...one, to: 'noinput', value: '', ms: ms(20), times: silent },
  ].filter(({ times }) => times > 0);
  const helps = proposeTimeOuts({ flow, replay, log: dwell(rows) });
  const choices = { main: [900, 100] };
  return { helps, source, ground: groundIn({ ...source, choices }), flow };
}

const waitIn = ({ flow }: Pick<ReturnType<typeof helpsFor>, 'flow'>): number => {
  const { node } = flow.nodes[0] ?? {};
  return node?.kind === 'menu' ? retryPolicy(flow.script, node, 'noInput').wait : NaN;
};

const waits: fc.Arbitrary<Waited> = fc
  .record({
    wait: fc.option(fc.integer({ min: 3, max: 14 }), { nil: undefined, freq: 5 }),
    early: fc.integer({ min: 0, max: 400 }),
    middle: fc.record({ part: fc.double({ min: 0, max: 0.99, noNaN: true }), times: fc.nat(60) }),
    atTheEnd: fc.oneof(fc.constant(0), fc.nat(120)),
    silent: fc.oneof(fc.constant(0), fc.nat(80)),
    json: fc.boolean(),
    legal: fc.oneof({ weight: 6, arbitrary: fc.constant(false) }, fc.constant(true)),
  })
  .map(({ wait, early, middle, atTheEnd, ...more }) => ({
    ...{ ...more, wait },
    presses: [
      { second: 0, times: early },
      { second: Math.floor(middle.part * ((wait ?? 5) - 1)), times: middle.times },
      { second: (wait ?? 5) - 1, times: atTheEnd },
    ],
  }));

describe('another wait for a key, whenever callers press', () => {
  test('is longer by 2 s where 1 of 10 presses comes at its end, and shorter only by what nearly nobody needs', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(waits, (waited) => {
        const { helps, source, ground, flow } = helpsFor(waited);
        const from = waitIn({ flow });
        const count = waited.presses.reduce((sum, { times }) => sum + times, 0);
        const timesIf = (is: (second: number) => boolean) =>
          waited.presses.reduce((sum, { second, times }) => sum + (is(second) ? times : 0), 0);
        const isLate = timesIf((second) => second === from - 1) >= count / 10;
        const mayGrow = !waited.legal && count >= 100 && isLate && from + 2 <= 10;
        const [help, none] = helps;
        expect(none).toBeUndefined();
        const about = help?.change.about;
        if (about?.kind !== 'time-out' || help === undefined) {
          expect(mayGrow).toBe(false);
          return;
        }
        expect(waited.legal || count < 100).toBe(false);
        expect(about).toMatchObject({ node: 'main', from });
        if (mayGrow) expect(about.to).toBe(from + 2);
        else {
          expect(about.to).toBeGreaterThanOrEqual(5);
          expect(about.to).toBeLessThanOrEqual(from - 2);
          expect(waited.silent).toBeGreaterThan(0);
          expect(timesIf((second) => second + 1.3 <= about.to)).toBeGreaterThanOrEqual(
            0.99 * count,
          );
        }
        expect(expectWritten(source, ground, help.change)).toBe(true);
        const format = waited.json ? 'JSON' : 'YAML';
        seen.add(`${mayGrow ? 'longer' : 'shorter'} in ${format}`);
        if (waited.wait === undefined) seen.add(`anew in ${format}`);
      }),
      { numRuns: 200 },
    );
    expect([...seen].sort()).toEqual(
      ['anew', 'longer', 'shorter'].flatMap((what) => [`${what} in JSON`, `${what} in YAML`]),
    );
  });

  test('is told with how many press at the end', () => {
    const presses = [
      { second: 1, times: 150 },
      { second: 4, times: 50 },
    ];
    const { helps } = helpsFor({ wait: 5, presses, silent: 0, json: false, legal: false });
    expect(helps).toMatchObject([
      {
        change: { summary: 'noInput.wait: 5 s → 7 s', about: { from: 5, to: 7 } },
        grounds: [
          '50 of the 200 presses after the last word come in the last second of the wait, so others probably come too late',
          'it is unknown how many silent callers would press in time',
        ],
      },
    ]);
  });
});
