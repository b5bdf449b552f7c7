import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { callEventNames } from '../../../src/calls/call-event.ts';
import { condenseLogs } from '../../../src/calls/condense-logs.ts';
import { csvLog, logHeader, logOf } from '../../support/log-of.ts';

/** A blank line in front of the header makes the reader take the long way, row by row. */
function behindBlank(content: string | Uint8Array): Uint8Array {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const mark = bytes[0] === 0xef ? 3 : 0;
  return Uint8Array.from([...bytes.subarray(0, mark), 10, ...bytes.subarray(mark)]);
}

async function bothWays(content: string | Uint8Array, chunk: number) {
  const outcome = async (asked: ReturnType<typeof condenseLogs>, shift: number) => {
    try {
      const { firstRejects, ...log } = await asked;
      // A line more stands in front of the one that is read row by row.
      return { ...log, rejects: firstRejects.map((row) => ({ ...row, line: row.line - shift })) };
    } catch (error) {
      return String(error);
    }
  };
  return {
    bytes: await outcome(condenseLogs([logOf(content, 'log.csv', chunk)]), 0),
    rows: await outcome(condenseLogs([logOf(behindBlank(content), 'log.csv', chunk)]), 1),
  };
}

const begin = Date.UTC(2026, 2, 2, 8);
const id = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('c1', 'c2', 'ivr03-0b70274b26', '1741000123.10') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('x'.repeat(70), 'é7', 'a b', '', 'y'.repeat(1100), 'call'),
  },
);
const node = fc.constantFrom('main', 'cards', 'q-1', '', 'Hauptmenü', ' main');
const value = fc.constantFrom('', '1', '2', 'general', '12345678', 'α', ' 1', '"1"', '"a,b"', '"');
const stamp = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .integer({ min: 0, max: 40_000_000 })
      .map((ms) => new Date(begin + ms).toISOString()),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '2026-03-02T08:00:00+01:00',
      '2026-03-02T08:00:00.5Z',
      '2026-02-30T08:00:00.000Z',
      '2026-03-02T08:00:60.000Z',
      '2026-03-02T08:00:0x.000Z',
      '2026-03-02 08:00:01.000Z',
      '2026-03-02t08:00:01.000z',
      '2026-03-02T08:00:01.000',
      '02/03/2026',
    ),
  },
);
const row = fc
  .tuple(id, stamp, fc.constantFrom(...callEventNames, 'event', 'ENTER'), node, value)
  .map((fields) => fields.join(','));
const oddRow = fc.constantFrom(
  '',
  '   ',
  'c1',
  'c1,2026-03-02T08:00:00.000Z,enter',
  'c1,2026-03-02T08:00:00.000Z,enter,main,1,2',
  logHeader,
  '"c1","2026-03-02T08:00:00.000Z","enter","main",""',
  'c1,2026-03-02T08:00:00.000Z,enter,"ma',
  'in",',
  'c\u00001,2026-03-02T08:00:00.000Z,enter,main,',
);
const lines = fc.array(
  fc.tuple(
    fc.oneof({ weight: 9, arbitrary: row }, { weight: 2, arbitrary: oddRow }),
    fc.oneof(
      { weight: 9, arbitrary: fc.constant('\n') },
      { weight: 1, arbitrary: fc.constantFrom('\r\n', '\r', '\r\r\n', '\n\n') },
    ),
  ),
  { maxLength: 40 },
);
const chunk = fc.constantFrom(1, 2, 7, 64, 1000, 1 << 20);

describe('reading a log as bytes', () => {
  test('gives the same calls, rejects and times as reading it row by row', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('', '\uFEFF', '\r\n'),
        fc.constantFrom(logHeader, 'Call , at,value,node,event', `${logHeader},caller,remark`),
        lines,
        chunk,
        async (mark, header, rows, size) => {
          const text = rows.map(([one, end]) => `${one}${end}`).join('');
          const { bytes, rows: expected } = await bothWays(`${mark}${header}\n${text}`, size);
          expect(bytes).toEqual(expected);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('does so for bytes that are changed anywhere', async () => {
    const change = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }), fc.boolean());
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 3, maxLength: 12 }),
        fc.array(change, { maxLength: 6 }),
        chunk,
        async (rows, changes, size) => {
          const content = [...new TextEncoder().encode(csvLog(rows))];
          for (const [at, byte, isInsert] of changes)
            content.splice(at % content.length, isInsert ? 0 : 1, byte);
          const { bytes, rows: expected } = await bothWays(Uint8Array.from(content), size);
          expect(bytes).toEqual(expected);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('a text with carriage returns alone, or with lines without end, stays in bounds', async () => {
    const plain = 'c1,2026-03-02T08:00:00.000Z,enter,main,';
    const old = Array.from({ length: 40_000 }, () => plain).join('\r');
    const endless = `${plain}\n${'7'.repeat(3_000_000)}\n${plain}\n`;
    const tooLong = `${plain}${'7'.repeat(70_000)}\n${plain}\n`;
    for (const text of [old, endless, tooLong]) {
      const { bytes, rows } = await bothWays(`${logHeader}\n${text}`, 1 << 16);
      expect(bytes).toEqual(rows);
      expect(bytes).toMatchObject({ calls: 1 });
    }
  });

  test('many calls at once keep apart, and ids come back', async () => {
    const rows = Array.from({ length: 60_000 }, (_, index) => {
      const call = (index * 7919) % 9001;
      const at = new Date(begin + index * 997).toISOString();
      const event = index % 5 === 0 ? 'hangup' : index % 3 === 0 ? 'start' : 'enter';
      return `c${call},${at},${event},${event === 'start' ? '' : `n${index % 11}`},`;
    });
    const { bytes, rows: expected } = await bothWays(csvLog(rows), 1 << 16);
    expect(bytes).toEqual(expected);
  });
});
