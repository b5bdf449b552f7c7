import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CallEvent } from '../../src/calls/call-event.ts';
import { mergeByTime } from '../../src/calls/merge-by-time.ts';
import { collect } from '../support/log-of.ts';

const at = (call: string, time: number): CallEvent => ({
  call,
  at: time,
  event: 'enter',
  node: 'a',
  value: '',
});

async function* batches(
  events: readonly CallEvent[],
  size: number,
): AsyncGenerator<readonly CallEvent[]> {
  for (let from = 0; from < events.length; from += size) {
    await Promise.resolve();
    yield events.slice(from, from + size);
  }
}

describe('merging streams of events', () => {
  test('the merged stream is in order of time, and at one moment in the order of the streams', async () => {
    const times = fc.array(fc.nat(20)).map((list) => list.sort((a, b) => a - b));
    await fc.assert(
      fc.asyncProperty(
        fc.array(times, { maxLength: 5 }),
        fc.integer({ min: 1, max: 4 }),
        async (lists, size) => {
          const streams = lists.map((list, stream) => list.map((time) => at(String(stream), time)));
          const merged = await collect(
            mergeByTime(
              streams.map((list, stream) => ({
                batches: batches(list, size),
                begins: stream % 2 === 0 ? list[0]?.at : undefined,
              })),
            ),
          );
          const expected = streams.flat().sort((a, b) => a.at - b.at);
          expect(merged.flat()).toEqual(expected);
        },
      ),
    );
  });

  test('when reading stops half-way, every stream is closed', async () => {
    const closed: string[] = [];
    async function* stream(name: string): AsyncGenerator<readonly CallEvent[]> {
      try {
        for (let time = 0; ; time += 1) {
          await Promise.resolve();
          yield [at(name, time)];
        }
      } finally {
        closed.push(name);
      }
    }
    for await (const [event] of mergeByTime([{ batches: stream('a') }, { batches: stream('b') }])) {
      if (event !== undefined && event.at > 3) break;
    }
    expect(closed).toEqual(['a', 'b']);
  });

  test('no stream is read before it begins, nor held when it is over', async () => {
    let [open, most] = [0, 0];
    const stream = (from: number) => ({
      begins: from,
      batches: (async function* () {
        open += 1;
        most = Math.max(most, open);
        for (let time = from; time < from + 3; time += 1) {
          await Promise.resolve();
          yield [at(String(from), time)];
        }
        open -= 1;
      })(),
    });
    const merged = await collect(mergeByTime([20, 0, 10, 30].map(stream)));
    expect(merged.flat().map(({ at: time }) => time)).toEqual([
      ...[0, 1, 2, 10, 11, 12, 20, 21, 22, 30, 31, 32],
    ]);
    expect(most).toBe(1);
  });
});
