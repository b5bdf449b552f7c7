import fc from 'fast-check';
import { callEventNames, type CallEvent } from '../../src/calls/call-event.ts';

const minute = 60_000;
const waits = [
  0,
  0,
  0,
  1,
  700,
  5000,
  minute,
  5 * minute,
  5 * minute + 1,
  25 * 60 * minute,
] as const;

/**
 * Logs as they come from machines that don't care: rows of one moment, out of order, sent twice, with
 * and without `seq` and version, ids that come back, calls that spread over several logs.
 */
export function untidyLogs({
  most = 3,
  latest = 26 * 60 * minute,
}: {
  /** The most logs there are. */
  readonly most?: number;
  /** How late rows may come, in milliseconds. */
  readonly latest?: number;
} = {}): fc.Arbitrary<readonly (readonly CallEvent[])[]> {
  const row = fc.record({
    call: fc.constantFrom('a', 'b', 'c'),
    wait: fc.constantFrom(...waits),
    late: fc.oneof(
      { weight: 6, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: latest }) },
      { weight: 1, arbitrary: fc.constantFrom(1, 700, 5000) },
    ),
    event: fc.constantFrom(...callEventNames),
    node: fc.constantFrom('main', 'cards', 'q'),
    value: fc.constantFrom('', '1', '2', 'general', '4155550100'),
    seq: fc.option(fc.constantFrom(1, 2, 3, 40), { nil: undefined }),
    script: fc.constantFrom('', '', 'v1', 'v2'),
    log: fc.nat({ max: most - 1 }),
    again: fc.option(fc.nat({ max: 8 }), { nil: undefined, freq: 6 }),
  });
  const usesSeq = fc.constantFrom('none', 'some', 'all');
  const begin = Date.UTC(2026, 2, 2, 8);
  return fc.tuple(fc.array(row, { maxLength: 40 }), usesSeq).map(([rows, seqs]) => {
    const logs: CallEvent[][] = Array.from({ length: most }, () => []);
    let clock = begin;
    const all: CallEvent[] = [];
    rows.forEach(({ wait, late, log, again, seq, script, ...rest }, index) => {
      clock += wait;
      const at = Math.max(begin, clock - Math.min(late, latest));
      const number = seqs === 'none' ? undefined : (seq ?? (seqs === 'all' ? index : undefined));
      const event: CallEvent = {
        ...{ ...rest, at },
        ...(number === undefined ? {} : { seq: number }),
        ...(script === '' ? {} : { script }),
      };
      all.push(event);
      logs[log]?.push(event);
      const before = again === undefined ? undefined : all[all.length - 1 - again];
      if (before !== undefined && before.at >= clock - latest) logs[log]?.push(before);
    });
    return logs;
  });
}
