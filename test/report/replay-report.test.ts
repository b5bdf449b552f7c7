import { describe, expect, test } from '@jest/globals';
import { condenseLogs } from '../../src/calls/condense-logs.ts';
import { knownValuesOf } from '../../src/calls/kept-value.ts';
import type { Variant } from '../../src/calls/variant.ts';
import { replayLog } from '../../src/replay/replay-log.ts';
import { plain, type Paint } from '../../src/report/paint.ts';
import { replayDocument, replayToJson } from '../../src/report/replay-json.ts';
import type { ReplayReport } from '../../src/report/replay-report.ts';
import { replayToText } from '../../src/report/replay-text.ts';
import { csvLog, logOf } from '../support/log-of.ts';
import { pathOf } from '../support/path-of.ts';
import { flowOf } from '../support/script-of.ts';

const flow = flowOf(
  `  hours: {kind: branch, on: {calendar: office}, cases: [{when: open, to: main}], otherwise: closed}
  closed: {kind: announcement, say: Closed, to: bye}
  main:
    kind: menu
    options: [{key: "1", to: balance}, {key: "0", role: agent, to: people}]
    noInput: {to: bye}
  balance: {kind: task, task: balance, say: It is, success: main, failure: people}
  people: {kind: queue, queue: people}
  bye: {kind: hangup}`,
  'title: Northwind 銀行',
);

const reportOf = (paths: Readonly<Record<string, number>>): ReplayReport => {
  const variants = Object.entries(paths).map(([words, calls]): Variant => ({
    steps: pathOf(words),
    calls,
    duration: { sum: calls * 1000, min: 1000, max: 1000 },
  }));
  const calls = variants.reduce((sum, variant) => sum + variant.calls, 0);
  const log = {
    rows: { read: 12_345, used: 12_340, rejected: 5, duplicate: 0 },
    rejectedBy: { 'time without offset': 4, 'quote not closed': 1 },
    firstRejects: [
      { path: 'a.csv', line: 17, column: 'at', reason: 'time without offset' },
      { path: 'a.csv', line: 99, column: undefined, reason: 'quote not closed' },
    ],
    calls,
    variants,
    dwell: [],
    sources: [],
    hours: [],
    versions: [],
    irregular: {
      lateRows: 2,
      lateCalls: 1,
      reopenedCalls: 0,
      unterminatedCalls: 1,
      unstartedCalls: 0,
    },
    window: { from: Date.UTC(2026, 2, 2, 8), to: Date.UTC(2026, 2, 8, 19, 59, 59, 999) },
  };
  return { script: flow.script, log, replay: replayLog(flow, log) };
};

const report = reportOf({
  'start hours > main 1 > balance success > main hangup': 600,
  'start hours > main hangup': 81,
  'start hours > main noinput > bye disconnect': 20,
  'start hours > main 0 > people queue answer': 1100,
  'start hours > closed > bye disconnect': 12,
  'start hours > main 4 > cards hangup': 3,
});

describe('the report of a replay for people', () => {
  test('tells the rows, the outcomes, the losses, the deviations and the rejects', () => {
    expect(replayToText(report)).toBe(`Northwind 銀行

window   2026-03-02 08:00:00 to 2026-03-08 19:59:59 UTC
rows     12,345 read = 12,340 used + 5 rejected
calls    1,816 in 6 variants
fitness  99.9 %: 13,013 of 13,022 moves fit the script; 1,813 of 1,816 calls fit completely
odd      1 without an end, 2 rows late

How calls ended
  self-served         600 of 1,816  33.0 %  30.9–35.2 %  a task was done, or the caller heard what they asked for
  routed                0 of 1,816   0.0 %    0.0–0.2 %  reached the people that the path leads to
  opted-out         1,100 of 1,816  60.6 %  58.3–62.8 %  asked for a person and reached one
  hung-up              84 of 1,816   4.6 %    3.8–5.7 %  left inside the menus: drop-outs
  timed-out            20 of 1,816   1.1 %    0.7–1.7 %  cut off after silence or unknown keys: drop-outs
  failed               12 of 1,816   0.7 %    0.4–1.2 %  a system error, or turned away
  queue-abandoned       0 of 1,816   0.0 %    0.0–0.2 %  left while waiting
  messaged              0 of 1,816   0.0 %    0.0–0.2 %  left a message, or asked for a callback
  unfinished            0 of 1,816   0.0 %    0.0–0.2 %  the log ends before the call does
  of the failed, 12 calls turned away as the script says

Containment
  without hang-ups    600 of 1,816  33.0 %  30.9–35.2 %  self-served
  with hang-ups       704 of 1,816  38.8 %  36.6–41.0 %  self-served, hung-up and timed-out

Where callers are lost of the calls that came there
  main  81 of 1,804   4.5 %    3.6–5.5 %  ████████████████
  bye      20 of 32  62.5 %  45.3–77.1 %  ████
  3 outside the nodes of the script

Where the log leaves the script
  3 calls  main: 4 was pressed
    The menu "main" has no key 4: an option was renumbered or removed, or the log may come from another version of the script.
  3 calls  cards: came here
    The script has no node "cards": it was renamed or removed, or the log may come from another version of the script.

Rejected rows
  4  time without offset
  1  quote not closed
  a.csv:17: at: time without offset
  a.csv:99: quote not closed

Intervals are Wilson's, 95 %. Percentages of fewer than 30 calls are left out.
`);
  });

  test('colours change no letter and no column', () => {
    const marked: Paint = Object.fromEntries(
      Object.keys(plain).map((name) => [name, (text: string) => `\u0001${text}\u0002`]),
    ) as unknown as Paint;
    const bare = replayToText(report, marked).replace(/[\u0001\u0002]/gu, '');
    expect(bare).toBe(replayToText(report));
    expect(replayToText(report, marked)).not.toBe(bare);
  });

  test('an empty log is told without a single percentage of nothing', () => {
    const empty = replayToText(reportOf({}));
    expect(empty).toContain('nothing to judge');
    expect(empty).not.toMatch(/NaN|undefined|Infinity/);
  });

  test('names from a log can not move the cursor', async () => {
    const log = await condenseLogs(
      [logOf(csvLog(['1,2026-03-02T08:00:00Z,enter,red\u202e,', 'x']), '\u001b[2J.csv')],
      knownValuesOf(flow),
    );
    const text = replayToText({ script: flow.script, log, replay: replayLog(flow, log) });
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
  });

  test('many nodes and deviations are cut, and what was cut is counted', () => {
    const paths = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`start hours > main > x${index} hangup`, 40]),
    );
    const text = replayToText(reportOf({ ...paths, 'start hours > main hangup': 6000 }));
    expect(text).toContain('22 other kinds of deviation');
    expect(text).toContain('1,200 outside the nodes of the script');
  });
});

describe('the report of a replay for programs', () => {
  test('has the shape that is promised', () => {
    const document = replayDocument(report);
    expect(document).toMatchObject({
      schemaVersion: 1,
      rows: { read: 12_345, used: 12_340, rejected: 5, duplicate: 0 },
      calls: 1816,
      variants: 6,
      outcomes: { 'self-served': 600, 'opted-out': 1100, failed: 12, 'timed-out': 20 },
      window: { from: '2026-03-02T08:00:00.000Z', to: '2026-03-08T19:59:59.999Z' },
    });
    expect(document.nodes.map(({ id }) => id)).toEqual(flow.nodes.map(({ id }) => id));
    expect(document.nodes.find(({ id }) => id === 'main')).toEqual({
      id: 'main',
      entered: 1804,
      visits: 2404,
      noInputs: 20,
      noMatches: 0,
      dropOuts: { count: 81, rate: 0.0449, low: 0.036273, high: 0.055462, trust: 'shown' },
    });
  });

  test('outcomes add up to the calls, drop-outs to those that hung up or timed out', () => {
    const { outcomes, calls, nodes, dropOutsElsewhere } = replayDocument(report);
    expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(calls);
    const lost = nodes.reduce((sum, { dropOuts }) => sum + dropOuts.count, 0);
    expect(lost + dropOutsElsewhere).toBe(outcomes['hung-up'] + outcomes['timed-out']);
  });

  test('is one document of JSON, the same every time, that loses nothing', () => {
    const text = replayToJson(report);
    expect(JSON.parse(text)).toEqual(replayDocument(report));
    expect(replayToJson(report)).toBe(text);
    expect(text.endsWith('}\n')).toBe(true);
  });

  test('of an empty log all shares are null', () => {
    const { fitness, window, nodes, containment } = replayDocument({
      ...reportOf({}),
      log: { ...reportOf({}).log, window: undefined },
    });
    expect([fitness, window]).toEqual([null, null]);
    expect(nodes[0]?.dropOuts).toEqual({
      count: 0,
      rate: null,
      low: null,
      high: null,
      trust: 'hidden',
    });
    expect(containment.withHangUps.rate).toBeNull();
  });
});
