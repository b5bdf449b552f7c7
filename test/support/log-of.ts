import type { LogInput } from '../../src/calls/read-log-text.ts';

/** A log from bytes or text, cut into chunks of the given size. */
export function logOf(content: string | Uint8Array, path = 'log.csv', chunk = 1 << 16): LogInput {
  const all = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for (let from = 0; from < all.length; from += chunk) {
      await Promise.resolve();
      yield all.subarray(from, from + chunk);
    }
  }
  return { path, bytes: bytes() };
}

export const logHeader = 'call,at,event,node,value';

/** A native log from its rows. */
export function csvLog(rows: readonly string[], header = logHeader): string {
  return [header, ...rows, ''].join('\n');
}

/** All that an async iterable gives. */
export async function collect<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
