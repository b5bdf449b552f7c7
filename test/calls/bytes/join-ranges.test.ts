import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { joinRanges } from '../../../src/calls/bytes/join-ranges.ts';
import { mergePartialLogs } from '../../../src/calls/bytes/partial-log.ts';
import { plainHeaderOf } from '../../../src/calls/bytes/plain-header.ts';
import type { CallEvent } from '../../../src/calls/call-event.ts';
import { condenseRange } from '../../../src/calls/condense-range.ts';
import { condenseLogs } from '../../../src/calls/condense-logs.ts';
import type { CondensedLog } from '../../../src/calls/condensed-log.ts';
import { nothingKnown } from '../../../src/calls/kept-value.ts';
import { csvLog, logOf } from '../../support/log-of.ts';
import { untidyLogs } from '../../support/untidy-log.ts';

const minute = 60_000;
const header = 'call,at,event,node,value,seq,script';
const rowOf = ({ call, at, event, node, value, seq, script }: CallEvent) =>
  [call, new Date(at).toISOString(), event, node, value, seq ?? '', script ?? ''].join(',');

/**
 * Reads the ranges of a log that begin with these of its lines, each letting calls go as early as can
 * be; what was made of them, or what stands against joining them.
 */
function inRanges(text: string, borders: readonly number[]): CondensedLog | string {
  const bytes = new TextEncoder().encode(text);
  const plain = plainHeaderOf('log.csv', bytes);
  if (plain === undefined) throw new Error('this header should be plain');
  const begins = text.split('\n').map((_, line, lines) => {
    return new TextEncoder().encode(lines.slice(0, line).join('\n')).length + 1;
  });
  const places = [...new Set(borders)].sort((a, b) => a - b).map((line) => begins[line] ?? 0);
  const starts = [plain.length, ...places.filter((place) => place > plain.length)];
  const ranges = starts.map((from, index) => {
    const to = starts[index + 1] ?? bytes.length;
    const range = { from, to, isLast: index + 1 === starts.length };
    const options = { known: nothingKnown, heldAtLeast: 0, sweepEvery: 1 };
    const condensing = condenseRange('log.csv', plain, range, options);
    condensing.take(bytes.subarray(from, to));
    return condensing.isTorn() ? undefined : condensing.finish();
  });
  const whole = ranges.filter((range) => range !== undefined);
  const joined = whole.length < ranges.length ? 'late' : joinRanges(whole, nothingKnown);
  return typeof joined === 'string' ? joined : mergePartialLogs(joined);
}

/** What one reader gives. */
const inOne = async (text: string) => ({ ...(await condenseLogs([logOf(text)])), sources: [] });

const borders = fc.array(fc.integer({ min: 2, max: 120 }), { minLength: 1, maxLength: 4 });

/** Calls of few ids that come back, most of them with beginning and end, rows late and sent twice. */
const busyLog = fc
  .array(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
      gap: fc.constantFrom(0, 1000, minute, 3 * minute, 7 * minute, 12 * minute, 25 * 60 * minute),
      starts: fc.constantFrom(true, true, true, true, false),
      ends: fc.constantFrom(true, true, true, true, false),
      steps: fc.array(fc.constantFrom(0, 700, minute, 4 * minute, 15 * minute), { maxLength: 3 }),
      late: fc.constantFrom(0, 0, 0, 0, 0, minute, 5 * minute),
      again: fc.constantFrom(0, 0, 0, 0, 0, 0, minute, 5 * minute),
    }),
    { minLength: 8, maxLength: 30 },
  )
  .map((calls) => {
    let clock = Date.UTC(2026, 2, 2, 8);
    const rows = calls.flatMap(({ id, gap, starts, ends, steps, late, again }) => {
      clock += gap;
      let at = clock;
      const names = [...(starts ? ['start'] : []), ...steps.map(() => 'enter')];
      if (ends || names.length === 0) names.push('hangup');
      return names.flatMap((event, index) => {
        at += index === 0 ? 0 : (steps[index - 1] ?? 0);
        const node = event === 'enter' ? `n${index}` : '';
        const row = `${id},${new Date(at).toISOString()},${event},${node},,,`;
        const written = { row, told: at + (index === 1 ? late : 0) };
        return index === 0 && again > 0 ? [written, { row, told: at + again }] : [written];
      });
    });
    return rows.sort((a, b) => a.told - b.told).map(({ row }) => row);
  });

const untidyRows = fc
  .constantFrom(0, minute, 5 * minute, 6 * minute)
  .chain((latest) => untidyLogs({ most: 1, latest }))
  .map(([events = []]) => events.map(rowOf));

describe('a log that is read in ranges', () => {
  test('gives what one reader gives, or says that it may not, wherever the borders are', async () => {
    let joined = 0;
    await fc.assert(
      fc.asyncProperty(fc.oneof(busyLog, busyLog, untidyRows), borders, async (rows, lines) => {
        const text = csvLog(rows, header);
        const found = inRanges(text, lines);
        if (typeof found === 'string') return;
        joined += 1;
        expect(found).toEqual(await inOne(text));
      }),
      { numRuns: 400 },
    );
    expect(joined).toBeGreaterThan(150);
  });

  test('joins a call that goes through many of them', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => {
      const at = new Date(Date.UTC(2026, 2, 2, 8) + index * 4 * minute).toISOString();
      const event = index === 0 ? 'start' : index === 29 ? 'hangup' : 'enter';
      return [
        `long,${at},${event},${index === 0 ? '' : 'main'},`,
        `short-${index},${at},start,,`,
        `short-${index},${at},enter,main,`,
        `short-${index},${at},hangup,main,`,
      ];
    });
    const text = csvLog(rows.flat());
    const found = inRanges(text, [20, 40, 60, 80, 100]);
    expect(found).toEqual(await inOne(text));
    expect(found).toMatchObject({ calls: 31 });
  });

  test('puts rows in order that come late over a border', async () => {
    const at = (minutes: number) =>
      new Date(Date.UTC(2026, 2, 2, 8) + minutes * minute).toISOString();
    const rows = [`c1,${at(0)},start,,`, `c1,${at(4)},hangup,,`];
    const behind = [`y,${at(1)},start,,`, `c1,${at(2)},start,,`, `c1,${at(3)},hangup,,`];
    const others = [20, 40].flatMap((when) => [
      `x${when},${at(when)},start,,`,
      `x${when},${at(when)},end,,`,
    ]);
    const text = csvLog([...rows, ...behind, ...others]);
    expect(inRanges(text, [3])).toEqual(await inOne(text));
    expect(inRanges(text, [3])).toMatchObject({ calls: 4, irregular: { lateRows: 2 } });
  });

  test('names rejected rows by their line in the file', async () => {
    const row = 'c1,2026-03-02T08:00:00.000Z,enter,main,';
    const text = csvLog([row, 'too,few', row, 'a\rb', 'too,few', row, 'too,few']);
    expect(inRanges(text, [3, 5])).toEqual(await inOne(text));
  });

  test('is not joined where a quoted field goes over a border', () => {
    const at = '2026-03-02T08:00:00.000Z';
    const text = csvLog([`c1,${at},enter,main,`, `c1,${at},input,main,"1`, '2"', `c2,${at},end,,`]);
    expect(inRanges(text, [3])).toBe('torn');
    expect(inRanges(text, [2])).toMatchObject({ calls: 2 });
  });

  test('is not joined where an id was counted that goes on from a call without an end', () => {
    const at = (minutes: number) =>
      new Date(Date.UTC(2026, 2, 2, 8) + minutes * minute).toISOString();
    const call = (id: string, minutes: number) => [
      `${id},${at(minutes)},start,,`,
      `${id},${at(minutes)},hangup,,`,
    ];
    const others = (minutes: number) => call(`x${minutes}`, minutes);
    const rows = [`c1,${at(0)},start,,`, ...others(1), ...others(20), ...call('c1', 40)];
    const text = csvLog([...rows, ...others(60), ...others(80)]);
    expect(inRanges(text, [4])).toBe('torn');
    expect(
      inRanges(text.replaceAll('c1,2026-03-02T08:40', 'c2,2026-03-02T08:40'), [4]),
    ).toMatchObject({ calls: 6 });
  });

  test('is not joined where rows come more than five minutes behind another range', () => {
    const text = csvLog([
      'c1,2026-03-02T08:10:00.000Z,enter,main,',
      'c2,2026-03-02T08:04:59.000Z,enter,main,',
      'c2,2026-03-02T08:10:00.000Z,enter,main,',
    ]);
    expect(inRanges(text, [2])).toBe('late');
  });
});
