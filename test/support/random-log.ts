import fc from 'fast-check';
import { callEventNames, type CallEvent } from '../../src/calls/call-event.ts';

/**
 * Logs of any events at all, in order of time, calls overlapping. With `ties: 'none'` no two events of
 * a call share a moment, with `seq` many do and are numbered.
 */
export function randomLog({
  ties,
}: {
  readonly ties: 'none' | 'seq' | 'many';
}): fc.Arbitrary<readonly CallEvent[]> {
  const row = fc.record({
    call: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    wait: ties === 'none' ? fc.integer({ min: 1, max: 90_000 }) : fc.constantFrom(0, 0, 1, 5000),
    event: fc.constantFrom(...callEventNames),
    node: fc.constantFrom('main', 'cards', 'q', ''),
    value: fc.constantFrom('', '1', '2', 'general'),
  });
  return fc.array(row, { maxLength: 60 }).map((rows) => {
    let at = Date.UTC(2026, 2, 2, 8);
    return rows.map(({ wait, ...event }, position) => {
      at += wait;
      return { ...event, at, ...(ties === 'seq' ? { seq: position } : {}) };
    });
  });
}
