import { describe, expect, test } from '@jest/globals';
import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { wholeLines } from '../../src/calls/whole-lines.ts';

const text = 'call,at\nc1,2026\r\nc2,äöü\nlast';

/** A text in chunks of that length; with an error behind the last, as of something packed that is broken off. */
async function* chunksOf(bytes: Uint8Array, length: number, fails = false) {
  for (let at = 0; at < bytes.length; at += length)
    yield await Promise.resolve(bytes.subarray(at, at + length));
  if (fails) throw new Error('broken off');
}

async function read(chunks: AsyncIterable<Uint8Array>): Promise<readonly Uint8Array[]> {
  const all: Uint8Array[] = [];
  try {
    for await (const lines of wholeLines(chunks)) all.push(lines);
  } catch (error) {
    expect(error).toEqual(new Error('broken off'));
  }
  return all;
}

const utf16be = (of: string): Buffer => Buffer.from(of, 'utf16le').swap16();

/** Each sign of the text, all of them in the basic plane, in four bytes with the lowest first. */
function utf32(of: string): Buffer {
  const units = Buffer.from(of, 'utf16le');
  const bytes = Buffer.alloc(units.length * 2);
  for (let at = 0; at < units.length; at += 2) units.copy(bytes, at * 2, at, at + 2);
  return bytes;
}

describe('lines of a text that comes in chunks', () => {
  test('are the text, however it is cut', async () => {
    const bytes = Buffer.from(text.repeat(20));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 90 }), async (length) => {
        expect(Buffer.concat(await read(chunksOf(bytes, length)))).toEqual(bytes);
      }),
      { numRuns: 30 },
    );
  });

  test.each([
    ['UTF-8', Buffer.from(text), Buffer.from(text.slice(0, -4))],
    ['UTF-16', Buffer.from(text, 'utf16le'), Buffer.from(text.slice(0, -4), 'utf16le')],
    ['UTF-16, higher half first', utf16be(text), utf16be(text.slice(0, -4))],
    ['UTF-32', utf32(text), utf32(text.slice(0, -4))],
    ['UTF-32, highest byte first', utf32(text).swap32(), utf32(text.slice(0, -4)).swap32()],
    ['a lone CR', Buffer.from('c1\rc2\rlast'), Buffer.from('c1\rc2\r')],
  ])('come without the last where the text is broken off: %s', async (_, bytes, whole) => {
    for (const length of [4, 10, 1000])
      expect(Buffer.concat(await read(chunksOf(bytes, length, true)))).toEqual(whole);
  });

  test('come bit by bit where one is longer than any line of a log', async () => {
    const chunk = Buffer.alloc(65_536, 'x');
    async function* endless() {
      for (let count = 0; count < 100; count += 1) yield await Promise.resolve(chunk);
    }
    const all = await read(endless());
    expect(Math.max(...all.map((lines) => lines.length))).toBeLessThan(1_200_000);
    expect(Buffer.concat(all)).toHaveLength(6_553_600);
  });
});
