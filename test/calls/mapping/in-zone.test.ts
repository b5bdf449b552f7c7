import { describe, expect, test } from '@jest/globals';
import { condenseLogs } from '../../../src/calls/condense-logs.ts';
import type { CondensedLog } from '../../../src/calls/condensed-log.ts';
import { digestOf } from '../../../src/calls/digest-of.ts';
import { plainReading, type LogReading } from '../../../src/calls/log-reading.ts';
import type { LogMapping } from '../../../src/calls/mapping/mapping.ts';
import { csvLog, logOf } from '../../support/log-of.ts';

const madrid = 'Europe/Madrid';

async function condensed(text: string, reading: Partial<LogReading> = {}): Promise<CondensedLog> {
  return condenseLogs([logOf(text, 'calls.csv', 61)], undefined, {
    reading: { ...plainReading, ...reading },
  });
}

const local = [
  'c1,2026-03-02T08:00:00,start,,',
  'c1,2026-03-02 08:00:01.250,enter,main,',
  'c2,2026-07-02 08:00,start,,',
  'c2,2026-07-02 08:00:07,hangup,main,',
];
const moments = [
  'c1,2026-03-02T08:00:00+01:00,start,,',
  'c1,2026-03-02T08:00:01.250+01:00,enter,main,',
  'c2,2026-07-02T08:00:00+02:00,start,,',
  'c2,2026-07-02T08:00:07+02:00,hangup,main,',
];

describe('times of native logs without an offset', () => {
  test('are refused, until a zone says on which clock they are', async () => {
    const refused = await condensed(csvLog(local));
    expect(refused.rejectedBy).toEqual({ 'time without offset': 4 });
    const read = await condensed(csvLog(local), { zone: madrid });
    expect(read.sources).toMatchObject([{ layout: 'native' }]);
    expect(await digestOf(read)).toBe(await digestOf(await condensed(csvLog(moments))));
  });

  test('are read in JSON Lines, in other orders of columns, and as the format that was named', async () => {
    const [call, at, event, node] = ['call', 'at', 'event', 'node'] as const;
    const objects = local.map((row) => {
      const parts = row.split(',');
      return JSON.stringify({
        [at]: parts[1],
        [call]: parts[0],
        [event]: parts[2],
        node: parts[3],
      });
    });
    const turned = local.map((row) => row.split(',').toReversed().join(';'));
    const expected = await digestOf(await condensed(csvLog(moments)));
    for (const [text, reading] of [
      [objects.join('\n'), {}],
      [`value;${node};event;at;call\n${turned.join('\n')}`, {}],
      [csvLog(local), { format: 'native' }],
      [`sep=;\n${csvLog(local).replaceAll(',', ';')}`, {}],
    ] as const)
      expect(await digestOf(await condensed(text, { ...reading, zone: madrid }))).toBe(expected);
  });

  test('say what they say where they have an offset', async () => {
    const read = await condensed(csvLog(moments), { zone: 'Asia/Tokyo' });
    expect(await digestOf(read)).toBe(await digestOf(await condensed(csvLog(moments))));
  });

  test('are told by the order of the log where the clock shows them twice', async () => {
    const rows = ['01:59:00', '02:10:00', '02:50:00', '02:05:00', '03:00:00'];
    const text = csvLog(rows.map((time, index) => `c${index},2026-10-25 ${time},start,,`));
    const { window, rows: fates, hours } = await condensed(text, { zone: madrid });
    expect(fates).toMatchObject({ used: 5, rejected: 0 });
    expect(window?.to).toBe(Date.UTC(2026, 9, 25, 2));
    expect(hours.map(({ calls }) => calls)).toEqual([1, 2, 1, 1]);
  });

  test('are rejected where the clock shows them never, or twice and nothing tells which', async () => {
    const rows = ['2026-03-29 02:30:00', '2026-10-25 02:30:00', '2026-13-01 00:00:00'];
    const text = csvLog(rows.map((time, index) => `c${index},${time},start,,`));
    const { rejectedBy, firstRejects } = await condensed(text, { zone: madrid });
    expect(rejectedBy).toEqual({
      'time skipped by the clocks': 1,
      'time that comes twice': 1,
      'no such day or time': 1,
    });
    expect(firstRejects.map(({ column }) => column)).toEqual(['at', 'at', 'at']);
  });

  test('stop the work where there is no such zone, or a column is missing', async () => {
    await expect(condensed(csvLog(moments), { zone: 'Europe/Nowhere' })).rejects.toThrow(
      'There is no time zone "Europe/Nowhere".',
    );
    await expect(condensed('call,at,event\nc1,x,start\n', { zone: madrid })).rejects.toThrow(
      'The log has no column "node".',
    );
  });
});

describe('times of mapped logs', () => {
  const mapping: LogMapping = {
    mapping: 1,
    call: 'Id',
    at: 'Time',
    event: { text: 'start' },
    caller: 'From',
  };
  const text = 'Id,Time,From\nc1,2026-03-02 08:00:00,555\nc2,2026-03-02 09:00:00,555\n';

  test('are on the clock that was named, unless the mapping names one', async () => {
    const { window } = await condensed(text, { mappings: [mapping], zone: madrid });
    expect(window?.from).toBe(Date.UTC(2026, 2, 2, 7));
    const own: LogMapping = { ...mapping, at: { column: 'Time', zone: 'UTC' } };
    const read = await condensed(text, { mappings: [own], zone: madrid });
    expect(read.window?.from).toBe(Date.UTC(2026, 2, 2, 8));
    const none = await condensed(text, { mappings: [mapping] });
    expect(none.rejectedBy).toEqual({ 'time without offset': 2 });
  });

  test('tell who called again, where a pseudonym is made of callers', async () => {
    const span = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY, offset: 0 };
    const log = await condenseLogs([logOf(text)], undefined, {
      reading: { ...plainReading, mappings: [mapping], zone: 'UTC' },
      details: { zone: 'UTC', spanAt: () => span, cuts: [], pseudonym: (caller) => caller.length },
    });
    expect([...(log.details?.callers?.caller ?? [])]).toEqual([3, 3]);
  });
});
