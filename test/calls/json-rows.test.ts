import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { condenseLogs } from '../../src/calls/condense-logs.ts';
import { csvLog, logHeader, logOf } from '../support/log-of.ts';
import { randomLog } from '../support/random-log.ts';

const at = '2026-03-02T08:00:00.000Z';
const read = (...lines: readonly string[]) =>
  condenseLogs([logOf(`${lines.join('\n')}\n`, 'log.jsonl')]);

describe('a log in JSON Lines', () => {
  test('gives what the same events give as CSV', async () => {
    await fc.assert(
      fc.asyncProperty(randomLog({ ties: 'seq' }), async (events) => {
        fc.pre(events.length > 0);
        const moments = events.map((event) => ({ ...event, at: new Date(event.at).toISOString() }));
        const json = moments.map((event) => JSON.stringify(event)).join('\n');
        const csv = csvLog(
          moments.map((one) =>
            [one.call, one.at, one.event, one.node, one.value, one.seq].join(','),
          ),
          `${logHeader},seq`,
        );
        const { firstRejects: inJson, ...fromJson } = await condenseLogs([logOf(json)]);
        const { firstRejects: inCsv, ...fromCsv } = await condenseLogs([logOf(csv)]);
        expect(fromJson).toEqual(fromCsv);
        // The header of the CSV is a line of its own.
        expect(inJson.map(({ line }) => line + 1)).toEqual(inCsv.map(({ line }) => line));
      }),
      { numRuns: 60 },
    );
  });

  test('fields may be left out, come in any order, and be numbers; others are passed over', async () => {
    const log = await read(
      '',
      `{"event": "enter", "node": "main", "at": "${at}", "call": 17, "note": {"a": [1]}}`,
      `{"event": "input", "node": "main", "at": "${at}", "call": "17", "value": 2, "seq": null}`,
    );
    expect(log.rows).toEqual({ read: 2, used: 2, rejected: 0, duplicate: 0 });
    expect(log.variants.map(({ steps }) => steps.map(({ value }) => value))).toEqual([['', '2']]);
  });

  test.each([
    ['{"call": "1", "at": ', 'not a JSON object'],
    ['[1, 2]', 'not a JSON object'],
    ['"text"', 'not a JSON object'],
    ['null', 'not a JSON object'],
    [`{"call": {"id": 1}, "at": "${at}", "event": "enter", "node": "a"}`, 'field not text'],
    [`{"call": true, "at": "${at}", "event": "enter", "node": "a"}`, 'field not text'],
    [`{"call": 17410000000000000001, "at": "${at}", "event": "start"}`, 'field not text'],
    [`{"call": "1", "at": 1772438400000, "event": "start"}`, 'time not readable'],
    [`{"at": "${at}", "event": "start"}`, 'no call id'],
    [`{"call": "1", "at": "${at}", "event": "x${'y'.repeat(70_000)}"}`, 'line too long'],
    [`{"__proto__": {"call": "1"}, "at": "${at}", "event": "start"}`, 'no call id'],
  ])('%.60j is rejected with its line and reason', async (line, reason) => {
    const good = `{"call": "1", "at": "${at}", "event": "start"}`;
    const { rows, firstRejects } = await read(good, line, good);
    expect(rows).toEqual({ read: 3, used: 2, rejected: 1, duplicate: 1 });
    expect(firstRejects).toMatchObject([{ line: 2, reason }]);
  });
});
