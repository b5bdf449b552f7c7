import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  blockSize,
  createBlockWriter,
  openBlocks,
  type RowBlocks,
} from '../../../src/calls/by-call/row-blocks.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ivrkit-blocks-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const megabyte = 1024 * 1024;
/** Each block says its number; they come to parts in turns, the last ones are short. */
function put(file: string, memory: number, count: number): RowBlocks {
  const writer = createBlockWriter(file, memory);
  const block = new Uint8Array(blockSize);
  for (let index = 0; index < count; index += 1) {
    new DataView(block.buffer).setInt32(0, index, true);
    writer.put(index % 3, index + 3 < count ? block : block.subarray(0, 100));
  }
  return writer.end();
}
function read(blocks: RowBlocks, part: number): readonly (readonly [number, number])[] {
  const reader = openBlocks(blocks);
  const found: (readonly [number, number])[] = [];
  reader.each(part, (bytes, length) => found.push([bytes.getInt32(0, true), length]));
  reader.close();
  return found;
}
const expected = (part: number, count: number) =>
  Array.from({ length: count }, (_, index) => index)
    .filter((index) => index % 3 === part)
    .map((index) => [index, index + 3 < count ? blockSize : 100]);

describe('blocks of rows', () => {
  test('stay in memory while they fit, and no file is made', () => {
    const file = join(folder, 'none');
    const blocks = put(file, 64 * megabyte, 300);
    for (const part of [0, 1, 2]) expect(read(blocks, part)).toEqual(expected(part, 300));
    expect(existsSync(file)).toBe(false);
  });

  test('go into a file beyond, and come back part by part in their order', () => {
    const file = join(folder, 'some');
    const blocks = put(file, 5 * megabyte, 300);
    for (const part of [2, 0, 1]) expect(read(blocks, part)).toEqual(expected(part, 300));
    expect(statSync(file).size).toBeGreaterThan(4 * megabyte);
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  test('all go into the file where there is no memory for them', () => {
    const blocks = put(join(folder, 'all'), -1, 7);
    expect(blocks.slabs).toEqual([]);
    for (const part of [0, 1, 2, 3]) expect(read(blocks, part)).toEqual(expected(part, 7));
  });

  test('that can not be written end the work with a way out', () => {
    expect(() => put(join(folder, 'gone', 'rows'), 0, 1)).toThrow(
      expect.objectContaining({
        code: 'file-unwritable',
        help: expect.stringContaining('TMPDIR') as unknown,
      }),
    );
  });
});
