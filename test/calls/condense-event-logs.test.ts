import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { CallEvent } from '../../src/calls/call-event.ts';
import { condenseLogs } from '../../src/calls/condense-logs.ts';
import { digestOf } from '../../src/calls/digest-of.ts';
import { nothingKnown } from '../../src/calls/kept-value.ts';
import type { CondenseOptions } from '../../src/calls/log-engine.ts';
import { readLogFile } from '../../src/calls/read-log-file.ts';
import { readAgain } from '../../src/calls/unordered-logs.ts';
import { csvLog, logOf } from '../support/log-of.ts';
import { naiveCondense } from '../support/naive-condense.ts';

const begin = Date.UTC(2026, 2, 2, 8);
/** Nine thousand calls over ten hours, five rows each, in order of time. */
const events: readonly CallEvent[] = Array.from({ length: 9000 }, (_, call) => {
  const at = begin + call * 4000;
  const row = (after: number, event: CallEvent['event'], node: string, value = ''): CallEvent => ({
    ...{ call: `c${call}`, at: at + after, event, node, value },
  });
  return [
    row(0, 'start', ''),
    row(0, 'enter', 'main'),
    row(4000 + (call % 9) * 500, 'input', 'main', String(call % 3)),
    row(4000 + (call % 9) * 500, 'enter', `n${call % 7}`),
    row(9000, 'hangup', `n${call % 7}`),
  ];
})
  .flat()
  .sort((a, b) => a.at - b.at);

const rowOf = ({ call, at, event, node, value }: CallEvent): string =>
  [call, new Date(at).toISOString(), event, node, value].join(',');

/** Some rows moved behind by hours; the others keep their order. */
const late: readonly CallEvent[] = [
  ...events.filter((_, index) => index % 1000 !== 0),
  ...events.filter((_, index) => index % 1000 === 0),
];

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ivrkit-late-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function fileOf(name: string, text: string) {
  const file = join(folder, name);
  const bytes = name.endsWith('.gz') ? gzipSync(text) : new TextEncoder().encode(text);
  writeFileSync(file, bytes);
  return readLogFile(name, file, bytes.length);
}
const condensed = async (
  inputs: Parameters<typeof condenseLogs>[0],
  options: CondenseOptions = {},
) => {
  const notes: string[] = [];
  const rejects: string[] = [];
  const log = await condenseLogs(inputs, nothingKnown, {
    ...options,
    onNote: (note) => notes.push(note),
    onReject: (path, line) => rejects.push(`${path}:${line}`),
  });
  return { log, notes, rejects };
};
const callsOf = ({ log }: Awaited<ReturnType<typeof condensed>>) => {
  const { calls, variants, dwell, irregular, hours } = log;
  return { calls, variants, dwell, irregular, hours };
};
/** The naive count takes its time, so that of the late rows is made once. */
let expectedLate: ReturnType<typeof expected> | undefined;
const expected = (logs: readonly (readonly CallEvent[])[]) => {
  const { calls, variants, dwell, irregular, hours } = naiveCondense(logs);
  return { calls, variants, dwell, irregular, hours };
};

const lateText = csvLog(['broken', ...late.map(rowOf), 'broken, too']);

describe('a file whose rows come hours too late', () => {
  const text = lateText;

  test.each([
    ['with its rows sorted by call', 'late.csv', 'late', {}],
    ['with its rows sorted on disk', 'disk.csv', 'late', { memory: 1_600_000 }],
    ['where memory is short', 'short.csv', 'large', { memory: 400_000 }],
    ['packed', 'late.csv.gz', 'large', { memory: 400_000 }],
  ] as const)('is counted right, %s, and says so', async (_, name, why, options) => {
    const result = await condensed([fileOf(name, text)], options);
    expect(callsOf(result)).toEqual((expectedLate ??= expected([late])));
    expect(result.log.rows).toEqual({ read: 45_002, used: 45_000, rejected: 2, duplicate: 0 });
    expect(result.notes).toEqual([readAgain([{ path: name, isAgain: true }], why)]);
    expect(result.rejects).toEqual([`${name}:2`, `${name}:45003`]);
  });

  const details = {
    ...{ zone: 'UTC', cuts: [] },
    spanAt: () => ({ from: 0, to: Date.UTC(2030, 0, 1), offset: 0 }),
    pseudonym: (caller: string) => (caller === '' ? undefined : Number(caller)),
  };

  test('tells when calls began, and who called, where memory is short', async () => {
    const rows = late.map((event) => `${rowOf(event)},${Number(event.call.slice(1)) % 4000}`);
    const callers = csvLog(rows, 'call,at,event,node,value,caller');
    const whole = await condensed([logOf(callers)], { details });
    const result = await condensed([fileOf('began.csv', callers)], { details, memory: 400_000 });
    expect(whole.log.details).toBeDefined();
    expect(result.log.details).toEqual(whole.log.details);
    expect(await digestOf(result.log)).toBe(await digestOf(whole.log));
  });

  test('tells the callers of ids that come back apart, also those of two calls in a row', async () => {
    // Ids as machines give them that begin anew; a caller stands in some rows of a call.
    const expectedCallers = new Map<number, number>();
    const back = events.slice(0, 10_000).map((event, index) => {
      const own = Number(event.call.slice(1));
      const caller = index % 3 > 0 ? own : undefined;
      if (caller !== undefined) expectedCallers.set(begin + own * 4000, own);
      return { ...event, call: `c${own % (own < 1000 ? 200 : 3)}`, caller };
    });
    const rows = back.map(({ caller, ...event }) => `${rowOf(event)},${caller ?? ''}`);
    const text = csvLog(rows, 'call,at,event,node,value,caller');
    const turned = csvLog(rows.toReversed(), 'call,at,event,node,value,caller');
    for (const [name, content, options] of [
      ['back.csv', text, {}],
      ['back-little.csv', text, { memory: 4000 }],
      ['back-turned.csv', turned, {}],
    ] as const) {
      const { log } = await condensed([fileOf(name, content)], { ...options, details });
      const callers = log.details?.callers;
      const found = new Map(
        Array.from(callers?.at ?? [], (at, place) => [at, callers?.caller[place]]),
      );
      expect(found).toEqual(expectedCallers);
    }
  });

  test('counts the same rows whatever their order, where seq tells it', async () => {
    const numbered = events.map((event, seq) => `${rowOf(event)},${seq}`);
    const turned = numbered.toReversed();
    const digests = await Promise.all(
      [numbered, turned].map(async (rows, index) => {
        const input = fileOf(`seq-${index}.csv`, csvLog(rows, 'call,at,event,node,value,seq'));
        const { log } = await condensed([input], { memory: 400_000 });
        return digestOf({ ...log, irregular: { ...log.irregular, lateRows: 0, lateCalls: 0 } });
      }),
    );
    expect(digests[1]).toBe(digests[0]);
  });
});

describe('a pipe whose rows come hours too late', () => {
  test('is counted right while its rows fit into memory', async () => {
    const result = await condensed([logOf(csvLog(late.map(rowOf)))]);
    expect(callsOf(result)).toEqual((expectedLate ??= expected([late])));
    expect(result.notes).toEqual([]);
  });

  test('ends the work beyond that, with a way out', async () => {
    const asked = condensed([logOf(csvLog(late.map(rowOf)))], { memory: 40_000 });
    await expect(asked).rejects.toMatchObject({
      code: 'log-unordered',
      help: expect.stringContaining('Write the log to a file'),
    });
  });
});

describe('several files', () => {
  test('are read one behind the other when they follow each other, in whatever order they are named', async () => {
    const days = [0, 1, 2].map((day) => events.slice(day * 15_000, (day + 1) * 15_000));
    const inputs = days.map((rows, day) => fileOf(`day-${day}.csv`, csvLog(rows.map(rowOf))));
    const result = await condensed(inputs.toReversed());
    expect(callsOf(result)).toEqual(expected(days.toReversed()));
    expect(result.notes).toEqual([]);
    expect(result.log.sources.map(({ path }) => path)).toEqual([
      'day-2.csv',
      'day-1.csv',
      'day-0.csv',
    ]);
  });

  test('are read side by side when calls are spread over them', async () => {
    const shares = [0, 1, 2].map((share) => events.filter((_, index) => index % 3 === share));
    const inputs = shares.map((rows, share) =>
      fileOf(`share-${share}.csv`, csvLog(rows.map(rowOf))),
    );
    const result = await condensed(inputs);
    expect(callsOf(result)).toEqual(expected(shares));
    expect(result.notes).toEqual([]);
  });

  test('of which there are many are not all held open', async () => {
    const hours = Array.from({ length: 90 }, (_, hour) =>
      events.slice(hour * 500, (hour + 1) * 500),
    );
    const inputs = hours.map((rows, hour) => fileOf(`hour-${hour}.csv`, csvLog(rows.map(rowOf))));
    expect(callsOf(await condensed(inputs))).toEqual(expected(hours));
  });
});
