import { describe, expect, test } from '@jest/globals';
import { calibrate, fewestPresses } from '../../src/advice/calibrate.ts';
import { calibratedModel } from '../../src/advice/calibration.ts';
import { parseCalibration } from '../../src/advice/parse-calibration.ts';
import { findSuggestions as suggest } from '../../src/advice/find-suggestions.ts';
import type { CallEvent } from '../../src/calls/call-event.ts';
import { calibrationToText } from '../../src/report/calibration-text.ts';
import { randomFrom } from '../../src/walk/random.ts';
import { insightInputOf } from '../support/insights-of.ts';
import { flowOf } from '../support/script-of.ts';

const flow = flowOf(`
  one: {kind: announcement, say: "Welcome to the bank of the northern wind and the southern sea.", to: two}
  two: {kind: announcement, say: "Calls are recorded so that we can learn from what went wrong in them.", to: three}
  three: {kind: announcement, say: "You can do all of this on our page on the net at any time of day.", to: main}
  main:
    kind: menu
    noInput: {wait: 5s, attempts: 1, to: bye}
    options:
      - {key: "1", to: bye, say: "For your balance and your last ten payments, press 1."}
      - {key: "2", to: bye, say: "For a new card, a lost card or a new code, press 2."}
      - {key: "3", to: bye, say: "For everything else, press 3."}
  bye: {kind: announcement, say: "Thank you very much for your call, and a good day to you.", to: end}
  end: {kind: hangup}
`);

/** How this log's voice, callers and clock are: prompts take 1.25 times what texts should. */
const factor = 1.25;
const latency = 2;
const whole = 0.3;
/** Seconds of the texts at the usual speed of 160 words a minute. */
const words = { one: 12, two: 14, three: 17, bye: 13, first: 10, second: 13, third: 5 } as const;
const seconds = (count: number): number => (count / 160) * 60 * factor;

function calls(count: number, seed = 7): readonly CallEvent[] {
  const random = randomFrom(seed, 'calibrate');
  const events: CallEvent[] = [];
  for (let call = 0; call < count; call += 1) {
    let at = Date.UTC(2026, 2, 2) + call * 60_000;
    const tell = (event: CallEvent['event'], node: string, after = 0, value = ''): void => {
      at += Math.round(after * 1000);
      events.push({ call: `c${call}`, at, event, node, value });
    };
    tell('start', '');
    tell('enter', 'one');
    tell('enter', 'two', seconds(words.one));
    tell('enter', 'three', seconds(words.two));
    tell('enter', 'main', seconds(words.three));
    const ends = [
      words.first,
      words.first + words.second,
      words.first + words.second + words.third,
    ];
    const option = random.below(3);
    const end = 0.5 + seconds(ends[option] ?? 0);
    const isPatient = random.chance(whole);
    const last = 0.5 + seconds(ends[2] ?? 0);
    // Decisions take one to three seconds, evenly: two in the middle.
    const pressed = (isPatient ? last : end) + latency - 1 + 2 * random.next();
    tell('input', 'main', pressed, String(option + 1));
    tell('enter', 'bye');
    tell('enter', 'end', seconds(words.bye));
    tell('disconnect', 'end');
  }
  return events;
}
const calibrated = (count: number) => calibrate(insightInputOf(flow, calls(count)));

describe('a calibration', () => {
  test('finds how fast texts are read, how long callers take, and how many hear all first', () => {
    const { figures, refused } = calibrated(2000);
    expect(refused).toEqual([]);
    const { textTimeFactor, press, fullListenShare } = figures;
    expect(textTimeFactor?.value).toBeCloseTo(factor, 1);
    expect(textTimeFactor?.count).toBe(4);
    for (const [figure, truth] of [
      [textTimeFactor, factor],
      [press, latency],
      [fullListenShare, whole],
    ] as const) {
      expect(figure?.low).toBeLessThanOrEqual(truth);
      expect(figure?.high).toBeGreaterThanOrEqual(truth);
    }
  });

  test('refuses what too little is known of, and says what is missing', () => {
    const { figures, refused } = calibrated(20);
    expect(figures).toEqual({});
    expect(refused.map(({ figure }) => figure)).toEqual([
      ...['press', 'fullListenShare', 'textTimeFactor'],
    ]);
    expect(refused[0]?.why).toContain(`${fewestPresses} are needed`);
  });

  test('is refused where times can not be those of prompts', () => {
    const rushed = calls(200).map((event) => ({
      ...event,
      at: Math.round(event.at / 1000) * 1000,
    }));
    const still = rushed.map((event) => ({ ...event, at: event.at - (event.at % 60_000) }));
    const { refused } = calibrate(insightInputOf(flow, still));
    expect(refused.find(({ figure }) => figure === 'textTimeFactor')?.why).toContain(
      'times of this log measure something else',
    );
  });

  test('refuses presses where nobody knows which language they were heard in', () => {
    const two = flowOf(
      '  main: {kind: menu, options: [{key: "1", to: end, say: hello}]}\n  end: {kind: hangup}',
      'entries: [{number: "+1", start: main}, {number: "+2", start: main, language: ja}]',
    );
    const events = calls(1_200).filter(({ node, value }) => node !== 'bye' && value !== '2');
    const { refused } = calibrate(insightInputOf(two, events));
    expect(refused[0]?.why).toContain('The number dialled of 1,200 calls is unknown');
  });

  test('read again is the same, and advice goes by it and says so', () => {
    const calibration = calibrated(2000);
    const text = JSON.stringify(calibration, null, 2);
    const reading = parseCalibration({ path: 'calibration.json', text });
    expect(reading).toEqual({ calibration, findings: [] });
    const { replay } = insightInputOf(flow, calls(200));
    const advice = suggest(flow, replay, { calibration: reading.calibration });
    expect(advice.calibration).toBe(reading.calibration);
    expect(advice.current.model).toMatchObject(calibratedModel(calibration));
    expect(calibrationToText(calibration)).toContain('from 4 prompts');
  });

  test('that says what can not be is told where', () => {
    const text =
      '{"calibration": 1, "script": "x", "calls": 3, "figures": {"press": {"value": 9, "low": 1, "high": 2, "count": 5, "of": "presses"}, "pres": 1}, "refused": []}';
    const { calibration, findings } = parseCalibration({ path: 'calibration.json', text });
    expect(calibration).toBeUndefined();
    expect(findings.map(({ message }) => message).join('\n')).toMatch(
      /outside its interval[^]*"pres" is unknown here/,
    );
  });
});
