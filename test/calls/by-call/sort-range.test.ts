import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { condenseLogs } from '../../../src/calls/condense-logs.ts';
import { csvLog, logOf } from '../../support/log-of.ts';
import { randomLog } from '../../support/random-log.ts';
import { sortedByCall } from '../../support/sorted-by-call.ts';

const rowOf = ({ call, at, event, node, value }: Readonly<Record<string, string | number>>) =>
  [call, new Date(Number(at)).toISOString(), event, node, value].join(',');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ivrkit-sorted-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const sorted = (text: string, count: number, memory?: number) =>
  sortedByCall(text, count, join(folder, 'rows'), memory);

describe('a log whose rows are sorted by their calls', () => {
  test('gives what one reader gives, to the last number', async () => {
    const odd = ['broken', '"a,b"', ',,,,', 'a,b,"c', '', `${'x'.repeat(1500)},`];
    await fc.assert(
      fc.asyncProperty(
        randomLog({ ties: 'many' }),
        fc.array(fc.constantFrom(...odd), { maxLength: 3 }),
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.constantFrom(0, 1 << 23),
        async (events, odd, count, end, memory) => {
          const rows = events.map((event) => rowOf({ ...event }));
          const half = rows.length >> 1;
          const text = `${csvLog(rows.slice(0, half))}${odd.join('\n')}\n${rows.slice(half).join(end)}\n`;
          const expected = { ...(await condenseLogs([logOf(text)])), sources: [] };
          expect(sorted(text, count, memory)).toEqual(expected);
        },
      ),
    );
  });

  test('keeps calls apart whose ids are longer than a kilobyte, in all ranges', async () => {
    const [one, other] = ['x'.repeat(1500), 'y'.repeat(1500)];
    const at = (second: number) => `2026-03-02T08:00:0${second}.000Z`;
    const text = csvLog([
      `${one},${at(0)},enter,main,`,
      `${one},${at(1)},enter,sales,`,
      `${other},${at(2)},enter,main,`,
      `${one},${at(3)},hangup,sales,`,
    ]);
    const expected = { ...(await condenseLogs([logOf(text)])), sources: [] };
    expect(expected.calls).toBe(2);
    expect(sorted(text, 4)).toEqual(expected);
  });

  test('counts the rows of no call once', () => {
    const text = csvLog(['nothing', 'c1,2026-03-02T08:00:00.000Z,enter,main,']);
    expect(sorted(text, 3).rows).toEqual({ read: 2, used: 1, rejected: 1, duplicate: 0 });
  });

  test('is nothing where the log is empty', () => {
    const empty = { calls: 0, variants: [], dwell: [], window: undefined };
    expect(sorted(csvLog([]), 2)).toMatchObject(empty);
  });
});
