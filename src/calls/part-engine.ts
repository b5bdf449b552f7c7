import { closeSync, openSync, readSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { IvrError } from '../source/ivr-error.ts';
import type { Part } from './bytes/part.ts';
import type { PartialLog } from './bytes/partial-log.ts';
import type { PlainHeader } from './bytes/plain-header.ts';
import type { LogRange, RangeLog } from './bytes/range-log.ts';
import { condenseBytes, condenseRange, type BytesCondensing } from './condense-bytes-log.ts';
import type { RejectedRow } from './condensed-log.ts';
import type { KnownValues } from './kept-value.ts';

/** A file that several threads read. */
export interface SharedLog {
  readonly path: string;
  readonly file: string;
  readonly header: PlainHeader;
  readonly known: KnownValues;
}

/** To read all of a file and to condense the calls of one part. */
export interface PartTask extends SharedLog {
  readonly part: Part;
  /** Whether no call is let go before the end. */
  readonly keepsAll: boolean;
  /** Whether rejected rows are told as they are met. */
  readonly tellsRejects: boolean;
}

/** To read a range of a file and to condense what is in it. */
export interface RangeTask extends SharedLog {
  readonly range: LogRange;
}

/** What a thread gives; nothing where the log turned out unordered. */
export type ThreadResult = PartialLog | RangeLog | undefined;

/** What is left of an IvrError between threads. */
export type IvrErrorFacts = Pick<IvrError, 'code' | 'help'>;

/** What a thread says: how many bytes it has read since it said so last, or its result. */
export type PartMessage<Result extends ThreadResult = ThreadResult> =
  | { readonly done: number }
  | { readonly rejects: readonly RejectedRow[] }
  | { readonly result: Result }
  | { readonly error: IvrErrorFacts | undefined; readonly message: string };

/** Small enough to stay in the cache of a core while its rows are read. */
const chunkSize = 1 << 18;
/** Chunks between two messages on the progress. */
const tellEvery = 128;

type Tell = (message: PartMessage) => void;

/** Reads a file from one place to another, as far as the result may still count. */
function readInto(
  file: string,
  { from, to }: Pick<LogRange, 'from' | 'to'>,
  condensing: BytesCondensing<ThreadResult>,
  tell: Tell,
): void {
  const open = openSync(file, 'r');
  try {
    const chunk = new Uint8Array(chunkSize);
    let told = from;
    let at = from;
    for (let chunks = 1; at < to && !condensing.isTorn(); chunks += 1) {
      const length = readSync(open, chunk, 0, Math.min(chunkSize, to - at), at);
      if (length === 0) break;
      at += length;
      condensing.take(chunk.subarray(0, length));
      if (chunks % tellEvery !== 0) continue;
      tell({ done: at - told });
      told = at;
    }
  } finally {
    closeSync(open);
  }
}

function condensePart({ path, file, header, ...task }: PartTask, tell: Tell): ThreadResult {
  const onReject = task.tellsRejects
    ? (name: string, line: number, column: string | undefined, reason: string): void => {
        rejects.push({ path: name, line, column, reason });
      }
    : undefined;
  let rejects: RejectedRow[] = [];
  const condensing = condenseBytes(path, header, { ...task, onReject });
  const tellRejects = (): void => {
    if (rejects.length > 0) tell({ rejects });
    rejects = [];
  };
  const telling = {
    ...condensing,
    take(chunk: Uint8Array) {
      condensing.take(chunk);
      tellRejects();
    },
  };
  readInto(file, { from: header.length, to: Number.POSITIVE_INFINITY }, telling, tell);
  if (condensing.isTorn()) return undefined;
  const result = condensing.finish();
  tellRejects();
  return condensing.isTorn() ? undefined : result;
}

function condenseRangeOf(
  { path, file, header, known, range }: RangeTask,
  tell: Tell,
): ThreadResult {
  const condensing = condenseRange(path, header, range, { known });
  readInto(file, range, condensing, tell);
  if (condensing.isTorn()) return undefined;
  const result = condensing.finish();
  return condensing.isTorn() ? undefined : result;
}

/** The memory of a result that is handed over rather than copied. */
function memoryOf(result: ThreadResult): ArrayBuffer[] {
  if (result === undefined) return [];
  const { paths, dwell } = 'whole' in result ? result.whole : result;
  const lists = [
    ...('whole' in result ? [result.countedIds] : []),
    ...[paths.lengths, paths.tokens, paths.ends, paths.counted],
    ...[dwell.kinds, dwell.buckets, dwell.times],
  ];
  return lists.map(({ buffer }) => buffer as ArrayBuffer);
}

// What runs in a thread that reads logs: it is told what to read once, says what came of it, and ends.
const port = parentPort;
port?.once('message', (task: PartTask | RangeTask) => {
  const tell: Tell = (message) => {
    port.postMessage(message, 'result' in message ? memoryOf(message.result) : []);
  };
  try {
    const result = 'range' in task ? condenseRangeOf(task, tell) : condensePart(task, tell);
    tell({ result });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const known = error instanceof IvrError ? { code: error.code, help: error.help } : undefined;
    tell({ error: known, message });
  }
});
