import type { CondensedLog } from './condensed-log.ts';
import { dwellTimes } from './dwell-times.ts';

type Digested = Omit<CondensedLog, 'sources' | 'firstRejects'>;

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The lines of a table, each JSON, in an order that no engine has a say in. */
const sorted = (rows: readonly (readonly unknown[])[]): readonly string[] =>
  rows.map((row) => JSON.stringify(row)).sort(compareText);

/**
 * A condensed log as lines of text that are the same for everyone who counted the same: variants, dwell
 * times, and what became of rows and calls. So the difference between two engines is a `diff`.
 */
export function* canonicalLines(log: Digested): Generator<string> {
  const { rows, irregular, window } = log;
  yield JSON.stringify(['rows', rows.read, rows.used, rows.rejected, rows.duplicate]);
  yield* sorted(Object.entries(log.rejectedBy).map(([reason, n]) => ['rejected', reason, n]));
  yield JSON.stringify(['calls', log.calls]);
  yield* sorted(
    Object.entries(irregular).map(([name, n]: [string, number]) => ['irregular', name, n]),
  );
  yield JSON.stringify(['window', window?.from ?? null, window?.to ?? null]);
  yield* sorted(log.hours.map(({ from, calls }) => ['hour', from, calls]));
  yield* sorted(log.versions.map(({ script, calls }) => ['version', script, calls]));
  yield* sorted(
    [...dwellTimes(log.dwell)].map(({ node, from, to, value, ms, times }) => [
      ...['dwell', node, from, to, value],
      ...[ms, times],
    ]),
  );
  yield* sorted(
    log.variants.map(({ steps, calls, duration: { sum, min, max } }) => {
      const path = steps.map(({ event, node, value }) => [event, node, value]);
      return ['variant', path, calls, sum, min, max];
    }),
  );
}

const linesAtOnce = 10_000;

async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * One SHA-256 over everything that engines must agree on: equal for two condensed logs exactly when
 * `canonicalLines` are. Long tables are hashed in pieces, and the hashes again.
 */
export async function digestOf(log: Digested): Promise<string> {
  const hashes: string[] = [];
  let piece: string[] = [];
  for (const line of canonicalLines(log)) {
    piece.push(line);
    if (piece.length < linesAtOnce) continue;
    hashes.push(await sha256(piece.join('\n')));
    piece = [];
  }
  hashes.push(await sha256(piece.join('\n')));
  return sha256(hashes.join('\n'));
}
