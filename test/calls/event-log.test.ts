import { expect, test } from '@jest/globals';
import { eventLogOf } from '../../src/calls/event-log.ts';
import type { LogInput } from '../../src/calls/read-log-text.ts';

async function* noBytes(): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield* [];
}

const rowsOf = (file: LogInput['file'], isPacked = false): number =>
  eventLogOf({
    input: { path: 'log', bytes: noBytes(), ...(file === undefined ? {} : { file }) },
    log: { bytes: noBytes(), encoding: 'utf-8', isPacked },
    layout: { by: 'native' },
    begins: undefined,
    isClosed: false,
  }).rows;

test('the rows of a log are told by its size, and may be any number where that is not known', () => {
  expect(rowsOf({ name: 'log.csv', size: 40_000 })).toBe(1000);
  expect(rowsOf({ name: 'log.csv.gz', size: 40_000 }, true)).toBe(10_000);
  expect(rowsOf({ name: 'log.csv', size: 0 })).toBe(Number.POSITIVE_INFINITY);
  expect(rowsOf(undefined)).toBe(Number.POSITIVE_INFINITY);
});
