import { describe, expect, test } from '@jest/globals';
import { judgeCall } from '../../src/replay/judge-call.ts';
import { clipped, wrapped } from '../../src/report/call-lines.ts';
import { callToText } from '../../src/report/call-text.ts';
import { displayWidth } from '../../src/report/display-width.ts';
import { followCall, type PlannedAction } from '../../src/walk/follow-call.ts';
import { alwaysOpen } from '../../src/walk/world.ts';
import { flowOf } from '../support/script-of.ts';

function told(nodes: string, ...actions: readonly PlannedAction[]): string {
  const flow = flowOf(nodes);
  const call = followCall(flow, { ...alwaysOpen, start: Date.UTC(2026, 2, 2, 9) }, actions);
  const time = { zone: 'Asia/Kolkata', offsetAt: () => 5.5 * 3_600_000 };
  const { script } = flow;
  const judgement = judgeCall(flow, call);
  return callToText({ script, directory: undefined, call, judgement, time, drills: [], notes: [] });
}

describe('a call as it is told', () => {
  test('is told on the clock of its zone, with what was heard and done', () => {
    expect(
      told(
        '  a: {kind: menu, say: Hello., options: [{key: "1", say: Press 1., to: b}]}\n  b: {kind: hangup, say: {recording: bye.wav, length: 2}}',
        { do: 'press', key: '1' },
      ),
    ).toBe(`test-line
called on Monday 2026-03-02 14:30, Asia/Kolkata, in en

14:30:00      0.0 s  a
    "Hello."
    1  "Press 1."
    pressed 1 at 1.6 s → b
14:30:01      1.6 s  b
    [recording bye.wav]

ends at b after 3.6 s: hung-up
"I chose to end the call."
`);
  });

  test('shows the beginning and the end of one that goes round', () => {
    const text = told('  a: {kind: announcement, say: Round., to: a}');
    expect(text).toContain('… 940 more steps …');
    expect(text).toMatch(/goes in circles at a: left after 1,000 steps, [\d.]+ s\n/);
    expect(text.split('\n').length).toBeLessThan(200);
  });

  test('shows nothing that moves the cursor, and no markup', () => {
    const text = told(
      '  a: {kind: announcement, say: "\\e[31m<speak>Hi <break time=\\"1s\\"/>there</speak>", to: b}\n  b: {kind: task, task: "x\\e[2J"}',
    );
    expect(text).not.toContain('\u001b');
    expect(text).toContain('"·[31m Hi there"');
  });
});

describe('long texts', () => {
  test('are cut by the columns they take', () => {
    expect(clipped('short', 20)).toBe('short');
    expect(clipped('支店の住所と営業時間については、2を押してください。', 20)).toBe(
      '支店の住所と営業時…',
    );
    expect(displayWidth(clipped('👩‍👩‍👧'.repeat(20), 20))).toBeLessThanOrEqual(20);
  });

  test('are put into lines that lose no word', () => {
    const text = 'Για διευθύνσεις και ωράριο καταστημάτων, πατήστε 2.';
    const lines = wrapped(text, 20);
    expect(lines.every((line) => displayWidth(line) <= 20)).toBe(true);
    expect(lines.join(' ')).toBe(text);
    expect(wrapped('支店の住所と営業時間については、2を押してください。', 20).join('')).toBe(
      '支店の住所と営業時間については、2を押してください。',
    );
    expect(wrapped('', 20)).toEqual(['']);
  });
});
