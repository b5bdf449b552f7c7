import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mergePartialLogs } from '../../../src/calls/bytes/partial-log.ts';
import { plainHeaderOf } from '../../../src/calls/bytes/plain-header.ts';
import { condenseBytes } from '../../../src/calls/condense-bytes-log.ts';
import { condenseLogs } from '../../../src/calls/condense-logs.ts';
import { csvLog, logOf } from '../../support/log-of.ts';
import { randomLog } from '../../support/random-log.ts';

const rowOf = ({ call, at, event, node, value }: Readonly<Record<string, string | number>>) =>
  [call, new Date(Number(at)).toISOString(), event, node, value].join(',');

function inParts(text: string, count: number) {
  const bytes = new TextEncoder().encode(text);
  const header = plainHeaderOf('log.csv', bytes);
  if (header === undefined) throw new Error('this header should be plain');
  const parts = Array.from({ length: count }, (_, index) => {
    const condensing = condenseBytes('log.csv', header, { part: { index, count } });
    condensing.take(bytes.subarray(header.length));
    return condensing;
  });
  return { parts, header };
}

describe('a log whose calls are shared out', () => {
  test('gives what one reader gives, to the last number', async () => {
    await fc.assert(
      fc.asyncProperty(
        randomLog({ ties: 'many' }),
        fc.array(fc.constantFrom('broken', '"a,b"', ',,,,', 'a,b,"c', ''), { maxLength: 3 }),
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        async (events, odd, count, end) => {
          const rows = events.map((event) => rowOf({ ...event }));
          const half = rows.length >> 1;
          const text = `${csvLog(rows.slice(0, half))}${odd.join('\n')}\n${rows.slice(half).join(end)}\n`;
          const merged = mergePartialLogs(inParts(text, count).parts.map((part) => part.finish()));
          expect(merged).toEqual({ ...(await condenseLogs([logOf(text)])), sources: [] });
        },
      ),
    );
  });

  test('counts the rows of no call once', () => {
    const text = csvLog(['nothing', 'c1,2026-03-02T08:00:00.000Z,enter,main,']);
    const parts = inParts(text, 3).parts.map((part) => part.finish());
    expect(mergePartialLogs(parts).rows).toEqual({ read: 2, used: 1, rejected: 1, duplicate: 0 });
  });

  test('an empty log merges to nothing', () => {
    const merged = mergePartialLogs(inParts(csvLog([]), 2).parts.map((part) => part.finish()));
    expect(merged).toMatchObject({ calls: 0, variants: [], dwell: [], window: undefined });
  });
});
