import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { joinRanges } from '../../src/calls/bytes/join-ranges.ts';
import { mergePartialLogs, type PartialLog } from '../../src/calls/bytes/partial-log.ts';
import { plainHeaderOf } from '../../src/calls/bytes/plain-header.ts';
import type { RangeLog } from '../../src/calls/bytes/range-log.ts';
import { condenseLogs } from '../../src/calls/condense-logs.ts';
import { nothingKnown } from '../../src/calls/kept-value.ts';
import type { LogTask, LogTaskMessage, RangeTask, SortedRange } from '../../src/calls/log-tasks.ts';
import { rowsOfRanges } from '../../src/calls/by-call/sort-in-threads.ts';
import { rangesOf } from '../../src/calls/read-ranges.ts';
import { csvLog, logOf } from '../support/log-of.ts';

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ivrkit-threads-'));
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
  await build({
    entryPoints: [fileURLToPath(new URL('../../src/calls/log-thread.ts', import.meta.url))],
    outfile: join(folder, 'log-thread.js'),
    ...{ bundle: true, format: 'esm', platform: 'node', logLevel: 'silent' },
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function run(task: LogTask): Promise<LogTaskMessage> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(folder, 'log-thread.js'));
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.postMessage(task);
  });
}

/** Tasks to condense so many ranges of a log. */
function tasksFor(text: string, count: number): readonly RangeTask[] {
  const file = join(folder, 'log.csv');
  writeFileSync(file, text);
  const header = plainHeaderOf('log.csv', new TextEncoder().encode(text));
  if (header === undefined) throw new Error('this header should be plain');
  return rangesOf(file, header.length, text.length, count).map((range) => ({
    ...{ does: 'condense', path: 'log.csv', file, header, known: nothingKnown, range },
  }));
}

const resultsOf = async (tasks: readonly LogTask[]) =>
  (await Promise.all(tasks.map(run))).map((message) =>
    'result' in message ? message.result : undefined,
  );

const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const at = new Date(Date.UTC(2026, 2, 2) + index * 700).toISOString();
    const event = index % 9 === 0 ? 'hangup' : 'enter';
    return `call-${(index * 31) % 400}-${Math.floor(index / 20_000)},${at},${event},n${index % 7},`;
  });

describe('a thread', () => {
  const text = csvLog(rowsOf(5000));
  const whole = async () => ({ ...(await condenseLogs([logOf(text)])), sources: [] });

  test('condenses its range, and the ranges join to the whole', async () => {
    const tasks = tasksFor(text, 3);
    expect(tasks).toHaveLength(3);
    const ranges = (await resultsOf(tasks)) as readonly RangeLog[];
    const joined = joinRanges(ranges, nothingKnown);
    expect(mergePartialLogs(joined as readonly PartialLog[])).toEqual(await whole());
  });

  test('sorts the rows of its range, and counts parts of the calls out of all ranges', async () => {
    const sorted = (await resultsOf(
      tasksFor(text, 3).map((task, index) => {
        const sorting = { parts: 4, memory: 0, file: join(folder, `rows-${index}`) };
        return { ...task, does: 'sort', sorting };
      }),
    )) as readonly SortedRange[];
    const shares = [
      [0, 3],
      [1, 2],
    ];
    const counted = (await resultsOf(
      shares.map((parts) => ({ does: 'count', known: nothingKnown, sorted, parts })),
    )) as readonly PartialLog[];
    const [first, ...others] = counted;
    if (first === undefined) throw new Error('there should be a result');
    const parts = [{ ...first, ...rowsOfRanges(sorted) }, ...others];
    expect(mergePartialLogs(parts)).toEqual(await whole());
  });

  test('gives nothing where rows come too late to be put in order', async () => {
    const late = 'call-1,2026-03-01T00:00:00.000Z,enter,main,';
    const messages = await Promise.all(tasksFor(csvLog([...rowsOf(100_000), late]), 2).map(run));
    expect(messages).toContainEqual({ result: undefined });
  });

  test('says what stopped it', async () => {
    const gone = tasksFor(text, 2).map((task) => ({ ...task, file: join(folder, 'gone') }));
    const [message] = await Promise.all(gone.map(run));
    expect(message).toMatchObject({ error: undefined });
  });
});
