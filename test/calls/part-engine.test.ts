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
import type { PartMessage, PartTask, RangeTask } from '../../src/calls/part-engine.ts';
import { rangesOf } from '../../src/calls/read-ranges.ts';
import { csvLog, logOf } from '../support/log-of.ts';

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ivrkit-threads-'));
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
  await build({
    entryPoints: [fileURLToPath(new URL('../../src/calls/part-engine.ts', import.meta.url))],
    outfile: join(folder, 'part-engine.js'),
    ...{ bundle: true, format: 'esm', platform: 'node', logLevel: 'silent' },
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function runPart(task: PartTask | RangeTask): Promise<PartMessage> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(folder, 'part-engine.js'));
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.postMessage(task);
  });
}

function tasksFor(text: string): readonly PartTask[] {
  const file = join(folder, 'log.csv');
  writeFileSync(file, text);
  const header = plainHeaderOf('log.csv', new TextEncoder().encode(text));
  if (header === undefined) throw new Error('this header should be plain');
  return [0, 1].map((index) => ({
    ...{ path: 'log.csv', file, header, known: nothingKnown, part: { index, count: 2 } },
    ...{ keepsAll: false, tellsRejects: false },
  }));
}

const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const at = new Date(Date.UTC(2026, 2, 2) + index * 700).toISOString();
    const event = index % 9 === 0 ? 'hangup' : 'enter';
    return `call-${(index * 31) % 400}-${Math.floor(index / 20_000)},${at},${event},n${index % 7},`;
  });

describe('a thread that reads its part of a log', () => {
  test('gives a part, and the parts make the whole', async () => {
    const text = csvLog(rowsOf(5000));
    const messages = await Promise.all(tasksFor(text).map(runPart));
    const parts = messages.map((message) => ('result' in message ? message.result : undefined));
    expect(mergePartialLogs(parts as readonly PartialLog[])).toEqual({
      ...(await condenseLogs([logOf(text)])),
      sources: [],
    });
  });

  test('gives its range, and the ranges join to the whole', async () => {
    const text = csvLog(rowsOf(5000));
    const [task] = tasksFor(text);
    if (task === undefined) throw new Error('there should be a task');
    const { path, file, header, known } = task;
    const ranges = rangesOf(file, header.length, text.length, 3);
    expect(ranges).toHaveLength(3);
    const messages = await Promise.all(
      ranges.map((range) => runPart({ path, file, header, known, range })),
    );
    const results = messages.map((message) => ('result' in message ? message.result : undefined));
    const joined = joinRanges(results as readonly RangeLog[], known);
    expect(mergePartialLogs(joined as readonly PartialLog[])).toEqual({
      ...(await condenseLogs([logOf(text)])),
      sources: [],
    });
  });

  test('gives nothing where rows come too late to be put in order', async () => {
    const late = 'call-1,2026-03-01T00:00:00.000Z,enter,main,';
    const messages = await Promise.all(tasksFor(csvLog([...rowsOf(100_000), late])).map(runPart));
    expect(messages).toContainEqual({ result: undefined });
  });

  test('says what stopped it', async () => {
    const gone = tasksFor(csvLog(rowsOf(5000))).map((task) => ({
      ...task,
      file: join(folder, 'gone'),
    }));
    const [message] = await Promise.all(gone.map(runPart));
    expect(message).toMatchObject({ error: undefined });
  });
});
