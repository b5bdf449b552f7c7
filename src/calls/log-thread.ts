import { closeSync, openSync, readSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { IvrError } from '../source/ivr-error.ts';
import { countRanges, sortRange } from './by-call/sort-range.ts';
import type { LogRange } from './bytes/range-log.ts';
import { condenseRange, type RangeReading } from './condense-range.ts';
import type { LogTask, LogTaskMessage, LogTaskResult } from './log-tasks.ts';

/** Small enough to stay in the cache of a core while its rows are read. */
const chunkSize = 1 << 18;
/** Chunks between two messages on the progress. */
const tellEvery = 128;

type Tell = (message: LogTaskMessage) => void;

/** Reads a range of a file, as far as the result may still count; nothing where it turns out that it doesn't. */
function readRange<Result extends LogTaskResult>(
  file: string,
  { from, to }: LogRange,
  reading: RangeReading<Result>,
  tell: Tell,
): Result | undefined {
  const open = openSync(file, 'r');
  try {
    const chunk = new Uint8Array(chunkSize);
    let told = from;
    let at = from;
    for (let chunks = 1; at < to && !reading.isTorn(); chunks += 1) {
      const length = readSync(open, chunk, 0, Math.min(chunkSize, to - at), at);
      if (length === 0) break;
      at += length;
      reading.take(chunk.subarray(0, length));
      if (chunks % tellEvery !== 0) continue;
      tell({ done: at - told });
      told = at;
    }
  } finally {
    closeSync(open);
  }
  if (reading.isTorn()) return undefined;
  const result = reading.finish();
  return reading.isTorn() ? undefined : result;
}

function resultOf(task: LogTask, tell: Tell): LogTaskResult {
  if (task.does === 'count') return countRanges(task);
  const { path, file, header, known, range } = task;
  return task.does === 'condense'
    ? readRange(file, range, condenseRange(path, header, range, { known }), tell)
    : readRange(file, range, sortRange(path, header, range, known, task.sorting), tell);
}

/** The memory of a result that is handed over rather than copied. */
function memoryOf(result: LogTaskResult): ArrayBuffer[] {
  if (result === undefined || 'blocks' in result) return [];
  const { paths, dwell } = 'whole' in result ? result.whole : result;
  const lists = [
    ...('whole' in result ? [result.countedIds] : []),
    ...[paths.lengths, paths.tokens, paths.ends, paths.counted],
    ...[dwell.kinds, dwell.buckets, dwell.times],
  ];
  return lists.map(({ buffer }) => buffer as ArrayBuffer);
}

// What runs in a thread that reads logs: it is told once what to do, says what came of it, and ends.
const port = parentPort;
port?.once('message', (task: LogTask) => {
  const tell: Tell = (message) => {
    port.postMessage(message, 'result' in message ? memoryOf(message.result) : []);
  };
  try {
    tell({ result: resultOf(task, tell) });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const known = error instanceof IvrError ? { code: error.code, help: error.help } : undefined;
    tell({ error: known, message });
  }
});
