import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createCleanTime } from '../../../src/calls/bytes/clean-time.ts';
import { createMoment } from '../../../src/calls/bytes/moment.ts';
import { parseTime } from '../../../src/calls/parse-time.ts';

const digits = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((number) => `${number}`.padStart(2, '0'));
const moment = fc
  .tuple(
    fc.constantFrom('2026', '2024', '1999', '20x6'),
    digits(0, 13),
    digits(0, 33),
    fc.constantFrom('T', 'T', 't', ' ', 'x'),
    digits(0, 25),
    fc.constantFrom(':', ':', ':', '-'),
    digits(0, 61),
    fc.constantFrom(':05.250Z', ':59.999Z', ':60.000Z', ':05Z', ':05.25+01:00', 'Z', ':05.250'),
  )
  .map(([year, month, day, sign, hour, colon, minute, rest]) => {
    return `${year}-${month}-${day}${sign}${hour}${colon}${minute}${rest}`;
  });

/** Reads moments one after the other; some bytes stand behind each, as behind all lines. */
function reader(): (text: string) => number | undefined {
  const now = createMoment();
  const readTime = createCleanTime(now);
  return (text) => {
    const bytes = new TextEncoder().encode(`x${text},${'\n'.repeat(100)}`);
    return readTime(new DataView(bytes.buffer), 1, text.length + 1) ? now[0] : undefined;
  };
}

describe('moments that are read out of bytes', () => {
  test('are what the reader of texts takes them for, whatever was read before', () => {
    fc.assert(
      fc.property(fc.array(moment, { maxLength: 40 }), (texts) => {
        const timeOf = reader();
        for (const text of texts) {
          const read = timeOf(text);
          if (read !== undefined) expect({ text, read }).toEqual({ text, read: parseTime(text) });
        }
      }),
      { numRuns: 500 },
    );
  });

  test('are known by heart in any order of days', () => {
    const timeOf = reader();
    const texts = ['2026-03-02T08:00:05.250Z', '2026-04-02T08:00:05.250Z', '2026-03-03T23:59:00Z'];
    for (const text of [...texts, ...texts]) {
      expect(timeOf(text)).toBe(parseTime(text));
    }
  });
});
