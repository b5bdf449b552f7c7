import { describe, expect, test } from '@jest/globals';
import { mergePartialLogs } from '../../../src/calls/bytes/partial-log.ts';
import { codeTokens } from '../../../src/calls/clickhouse/codes.ts';
import { counts } from '../../../src/calls/clickhouse/answer-items.ts';
import type { AnswerRow } from '../../../src/calls/clickhouse/connect.ts';
import { readShardAnswer } from '../../../src/calls/clickhouse/shard-answer.ts';
import { nothingKnown } from '../../../src/calls/kept-value.ts';

const token = (event: string, node = '', value = '', number = ''): string =>
  [event, node, value, number].join('\n');
const start = token('start', '', '', '+49301234');
const enter = token('enter', 'main');
const press = token('input', 'main', '1');
const leave = token('hangup', 'main');
const codes = codeTokens([start, enter, press, leave, token('beep', 'main')], nothingKnown);
const codeOf = (name: string): number => codes.ofToken.get(name) ?? 0;

const begin = Date.UTC(2026, 2, 2, 8);
const item = (kind: keyof typeof counts, row: AnswerRow): AnswerRow => ({
  ...{ k: counts[kind], p: [], b: 0, s: '', w: [], n: '1', total: '0', least: '0', most: '0' },
  ...row,
});
const path = [start, enter, press, enter, leave].map(codeOf);

/** Three calls on one path, as a server counts them. */
const whole: readonly AnswerRow[] = [
  item('path', { p: path, n: '3', total: '30', least: '5', most: '15' }),
  item('dwell', { p: [codeOf(enter), codeOf(press)], b: '1', n: '2' }),
  item('dwell', { p: [codeOf(enter), codeOf(press)], b: '4', n: '1' }),
  item('fates', { n: '3', total: '15' }),
  item('hour', { b: `${begin}`, n: '3', least: `${begin}` }),
  item('end', { n: '3', most: `${begin + 15}` }),
  item('items', { n: '3', total: '15' }),
];

function read(rows: readonly AnswerRow[], isEmpty = false) {
  const reading = readShardAnswer('a table', codes, nothingKnown, { hasPlaces: true, isEmpty });
  for (const row of rows) reading.take(row);
  return reading.end();
}

describe('what a server answers', () => {
  test('calls are added up', () => {
    const log = mergePartialLogs([...read(whole).parts, ...read(whole).parts]);
    expect(log).toMatchObject({
      ...{ calls: 6, rows: { read: 30, used: 30, rejected: 0, duplicate: 0 } },
      variants: [{ calls: 6, duration: { sum: 60, min: 5, max: 15 } }],
      dwell: [{ node: 'main', from: 'enter', to: 'input', value: '1', ms: [1, 4], times: [4, 2] }],
      hours: [{ from: begin, calls: 6 }],
      window: { from: begin, to: begin + 15 },
    });
    expect(log.variants[0]?.steps[0]).toEqual({ event: 'start', node: '', value: 'other' });
  });

  test('an answer that lacks any of its rows is never taken for whole', () => {
    for (const missing of whole) {
      const rest = whole.filter((row) => row !== missing);
      expect(() => read(rest)).toThrow('its answer is incomplete');
    }
    expect(() => read([])).toThrow('its answer is incomplete');
    expect(read([], true).parts.map(({ calls }) => calls)).toEqual([0, 0]);
  });

  test.each([
    ['a kind that nobody asked for', item('path', { k: 42 })],
    ['a code that nobody gave', item('path', { p: [99] })],
    ['a number that is none', item('fates', { total: 'many' })],
    ['a number too large to be exact', item('fates', { total: '9007199254740993' })],
    ['a path that is none', item('path', { p: 'abc' })],
  ])('%s is refused', (_, row) => {
    expect(() => read([...whole, row])).toThrow(/its answer/);
  });

  test('ids that the rules must judge come as rows', () => {
    const judged = (row: number, at: number, name: string): string =>
      [row, 0, begin + at, codeOf(name), '', ''].join('\n');
    const passed = [4, 0, '', ' c1', '2026-03-02 08:00', 'hangup', 'main', '', '', '', ''].join(
      '\n',
    );
    const w = [passed, judged(2, 10, enter), judged(1, 0, start), judged(3, 10, enter)];
    const answer = read([
      ...whole.filter(({ k }) => k !== counts.fates && k !== counts.items),
      item('fates', { n: '4', total: '19' }),
      item('items', { n: '4', total: '17' }),
      item('rows', { s: 'c1', w }),
    ]);
    expect(answer).toMatchObject({
      judgedIds: 1,
      rejects: [{ path: 'a table', line: 4, column: 'at', reason: 'time without offset' }],
    });
    expect(mergePartialLogs(answer.parts)).toMatchObject({
      ...{ calls: 4, rows: { read: 19, used: 18, rejected: 1, duplicate: 1 } },
      irregular: { unterminatedCalls: 1 },
    });
  });

  test('an id with more rows than any call has says that the column is wrong', () => {
    expect(() => read([item('tooMany', { most: '2000000' })])).toThrow('has 2000000 rows');
  });
});
