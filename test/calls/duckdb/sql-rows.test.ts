import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openDuckDb, type DuckDb } from '../../../src/calls/duckdb/open-duckdb.ts';
import { momentOfText } from '../../../src/calls/duckdb/sql-rows.ts';
import { quoted } from '../../../src/calls/duckdb/sql-text.ts';
import { parseTime } from '../../../src/calls/parse-time.ts';
import { describeDuckDb } from '../../support/duckdb.ts';

const shapes = [
  '2026-03-02T08:00:05.250Z',
  '2026-03-02T08:00:05Z',
  '1999-12-31T23:59:59.999999+13:59',
  '2096-02-29T23:30:00.1-00:30',
  '2026-02-28T24:00:00.000Z',
] as const;
const signs = Array.from('0123456789+-:., \t\n\v\f\rTZtz_%/');

/** Moments, most of them broken somewhere. */
const changed = fc
  .tuple(
    fc.constantFrom(...shapes),
    fc.array(
      fc.tuple(fc.nat({ max: 30 }), fc.constantFrom(...signs), fc.constantFrom(0, 1, 1, 1, 2)),
      { maxLength: 3 },
    ),
  )
  .map(([text, changes]) => {
    const letters = Array.from(text);
    for (const [place, sign, over] of changes) letters.splice(place % letters.length, over, sign);
    return letters.join('');
  });

describeDuckDb('a moment in SQL', () => {
  let db: DuckDb | undefined;
  beforeAll(async () => {
    db = await openDuckDb({ files: [], memory: 256 * 1024 * 1024 });
  });
  afterAll(async () => {
    await db?.close();
  });
  const read = async (texts: readonly string[]) => {
    const list = texts.map((text, index) => `(${index}, ${quoted(text)})`).join(', ');
    const { sql: moment, isSound } = momentOfText('text');
    const sql = `SELECT CASE WHEN ${isSound} THEN moment::DOUBLE END FROM (SELECT n, text, ${moment} AS moment FROM (VALUES ${list}) t(n, text)) ORDER BY n`;
    return (await db?.rows(sql))?.map(([moment]) => moment);
  };

  test('is what the reader of rows takes it for, or is left to it', async () => {
    const texts = fc.sample(changed, { numRuns: 12_000, seed: 7 });
    const moments = (await read(texts)) ?? [];
    const wrong = texts.filter((text, index) => {
      const moment = moments[index] ?? null;
      return moment !== null && moment !== parseTime(text);
    });
    expect(wrong).toEqual([]);
    expect(moments.filter((moment) => moment !== null).length).toBeGreaterThan(2000);
  });

  test.each([' ', '\t', '\n', '\v', '\f', '\r'])(
    'holds no %j, which the cast passes over',
    async (blank) => {
      const sound = '2026-03-02T08:00:05.250Z';
      const texts = Array.from(sound, (_, at) =>
        [1, 2, 3].map((over) => {
          const blanks = blank.repeat(over);
          return `${sound.slice(0, at)}${blanks}${sound.slice(at + over)}`;
        }),
      ).flat();
      expect(await read(texts)).toEqual(texts.map(() => null));
    },
  );

  test('is taken as it stands in the forms that logs have', async () => {
    const texts = shapes.slice(0, 4);
    expect(await read(texts)).toEqual(texts.map(parseTime));
  });
});
