import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createCsvReader, rowsBy, type LogRow } from '../../src/calls/csv-rows.ts';
import { textLines } from '../../src/calls/text-lines.ts';
import { collect } from '../support/log-of.ts';

async function rowsOf(
  text: string,
  chunk = text.length,
  separator = ',',
): Promise<readonly LogRow[]> {
  async function* give(): AsyncGenerator<string> {
    await Promise.resolve();
    for (let from = 0; from < text.length; from += chunk) yield text.slice(from, from + chunk);
  }
  return (await collect(rowsBy(createCsvReader(undefined, separator), textLines(give())))).flat();
}

describe('reading rows of CSV', () => {
  test('quoted fields may hold commas, quotes and line breaks; the row has its first line', async () => {
    expect(await rowsOf('a,b\n"1,2","x""y"\n"two\nlines",z\nc,d\n')).toEqual([
      { line: 1, fields: ['a', 'b'] },
      { line: 2, fields: ['1,2', 'x"y'] },
      { line: 3, fields: ['two\nlines', 'z'] },
      { line: 5, fields: ['c', 'd'] },
    ]);
  });

  test('blank lines are no rows', async () => {
    const rows = await rowsOf('a,b\n\n   \n1,2\n\n');
    expect(rows.map(({ line }) => line)).toEqual([1, 4]);
  });

  test('a quote that is never closed loses its own line and no other', async () => {
    const many = Array.from({ length: 250 }, (_, index) => `${index},x`).join('\n');
    const rows = await rowsOf(`a,b\n1,"open\n${many}\n`);
    expect(rows.filter((row) => 'problem' in row)).toEqual([
      { line: 2, problem: 'quote not closed' },
    ]);
    expect(rows).toHaveLength(252);
    expect(rows.at(-1)).toEqual({ line: 252, fields: ['249', 'x'] });
  });

  test('two open quotes lose their two lines, not those between', async () => {
    expect(await rowsOf('a,b\n1,"open\n2,x\n3,y\n4,"open\n5,z\n')).toEqual([
      { line: 1, fields: ['a', 'b'] },
      { line: 2, problem: 'quote not closed' },
      { line: 3, fields: ['2', 'x'] },
      { line: 4, fields: ['3', 'y'] },
      { line: 5, problem: 'quote not closed' },
      { line: 6, fields: ['5', 'z'] },
    ]);
  });

  test('a stray quote inside a field loses its line', async () => {
    expect(await rowsOf('a,b\n1,x"y"z\n2,y\n')).toEqual([
      { line: 1, fields: ['a', 'b'] },
      { line: 2, problem: 'stray quote' },
      { line: 3, fields: ['2', 'y'] },
    ]);
  });

  test.each(['\t', '|'])(
    'between tabs and bars, as databases write them, it is a sign: %j',
    async (sign) => {
      const lines = [
        'a,b',
        '1,{"who":"x"}',
        '"Ann" <5>,2',
        '3,"open',
        '"x"y,"z"',
        '"4",{"y"}',
        '5',
      ];
      const text = lines.map((line) => `${line.replaceAll(',', sign)}\n`).join('');
      expect(await rowsOf(text, 7, sign)).toEqual([
        { line: 1, fields: ['a', 'b'] },
        { line: 2, fields: ['1', '{"who":"x"}'] },
        { line: 3, fields: ['"Ann" <5>', '2'] },
        { line: 4, problem: 'quote not closed' },
        { line: 5, problem: 'stray quote' },
        { line: 6, problem: 'stray quote' },
        { line: 7, fields: ['5'] },
      ]);
    },
  );

  test('a line that is too long is told as such, with and without quotes', async () => {
    const long = 'x'.repeat(70_000);
    const rows = await rowsOf(`a,b\n1,${long}\n2,"${long}"\n3,z\n`, 1000);
    expect(rows).toEqual([
      { line: 1, fields: ['a', 'b'] },
      { line: 2, problem: 'line too long' },
      { line: 3, problem: 'line too long' },
      { line: 4, fields: ['3', 'z'] },
    ]);
  });

  test('what is written as CSV is read back, wherever the chunks break', async () => {
    const field = fc.string({ unit: fc.constantFrom('a', '1', ' ', ',', '"', '\n', 'é', '漢') });
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) =>
        fc.array(fc.array(field, { minLength: width, maxLength: width }), { minLength: 1 }),
      );
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 50 }), async (rows, chunk) => {
        const text = rows
          .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
          .join('\n');
        const read = await rowsOf(`${text}\n`, chunk);
        expect(read.map((row) => ('fields' in row ? row.fields : row.problem))).toEqual(rows);
      }),
    );
  });
});
