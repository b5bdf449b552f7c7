import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { longestLine, textLines } from '../../src/calls/text-lines.ts';
import { collect } from '../support/log-of.ts';

async function linesOf(chunks: readonly string[]): Promise<readonly string[]> {
  async function* give(): AsyncGenerator<string> {
    await Promise.resolve();
    yield* chunks;
  }
  const batches = await collect(textLines(give()));
  let next = 1;
  for (const { first, lines } of batches) {
    expect(first).toBe(next);
    next += lines.length;
  }
  return batches.flatMap(({ lines }) => lines);
}

describe('cutting a text into lines', () => {
  test('LF, CRLF and CR end lines, in any mixture', async () => {
    expect(await linesOf(['a\nb\r\nc\rd\n\ne'])).toEqual(['a', 'b', 'c', 'd', '', 'e']);
  });

  test('a CRLF that two chunks break apart is one line end', async () => {
    expect(await linesOf(['a\r', '\nb\r', 'c'])).toEqual(['a', 'b', 'c']);
    expect(await linesOf(['a\r', '', '\n', '\nb'])).toEqual(['a', '', 'b']);
  });

  test('a line that never ends is cut, and the lines behind it are kept', async () => {
    const long = 'x'.repeat(40_000);
    const lines = await linesOf([long, long, long, '\nb\n']);
    expect(lines.map((line) => line.length)).toEqual([longestLine + 1, 1]);
  });

  test('however the chunks break, the lines are the same', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', '\r', '\r\n') });
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.nat(20)), async (whole, cuts) => {
        const places = [0, ...cuts.map((cut) => cut % (whole.length + 1)), whole.length].sort(
          (a, b) => a - b,
        );
        const chunks = places.slice(1).map((to, index) => whole.slice(places[index] ?? 0, to));
        const expected = whole.split(/\r\n|\n|\r/);
        if (expected.at(-1) === '') expected.pop();
        expect(await linesOf(chunks)).toEqual(expected);
      }),
    );
  });
});
