import { closeSync, openSync, readSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { IvrError } from '../source/ivr-error.ts';
import type { Part } from './bytes/part.ts';
import type { PartialLog } from './bytes/partial-log.ts';
import type { PlainHeader } from './bytes/plain-header.ts';
import { condenseBytes } from './condense-bytes-log.ts';
import type { RejectedRow } from './condensed-log.ts';
import type { KnownValues } from './kept-value.ts';

/** What a thread is asked for: to read a file and to condense the calls of one part. */
export interface PartTask {
  readonly path: string;
  readonly file: string;
  readonly header: PlainHeader;
  readonly known: KnownValues;
  readonly part: Part;
  /** Whether no call is let go before the end. */
  readonly keepsAll: boolean;
  /** Whether rejected rows are told as they are met. */
  readonly tellsRejects: boolean;
}

/** What is left of an IvrError between threads. */
export type IvrErrorFacts = Pick<IvrError, 'code' | 'help'>;

/** What a thread says: how far it is, or its result; nothing where the log turned out unordered. */
export type PartMessage =
  | { readonly done: number }
  | { readonly rejects: readonly RejectedRow[] }
  | { readonly result: PartialLog | undefined }
  | { readonly error: IvrErrorFacts | undefined; readonly message: string };

const chunkSize = 1 << 20;
/** Chunks between two messages on the progress. */
const tellEvery = 32;

function condensePart(
  { path, file, header, known, part, keepsAll, tellsRejects }: PartTask,
  tell: (message: PartMessage) => void,
): void {
  let rejects: RejectedRow[] = [];
  const tellRejects = (): void => {
    if (rejects.length > 0) tell({ rejects });
    rejects = [];
  };
  const onReject = tellsRejects
    ? (name: string, line: number, column: string | undefined, reason: string): void => {
        rejects.push({ path: name, line, column, reason });
      }
    : undefined;
  const condensing = condenseBytes(path, header, { known, part, keepsAll, onReject });
  const open = openSync(file, 'r');
  try {
    const chunk = new Uint8Array(chunkSize);
    let at = header.length;
    for (let chunks = 1; ; chunks += 1) {
      const length = readSync(open, chunk, 0, chunkSize, at);
      if (length === 0) break;
      at += length;
      condensing.take(chunk.subarray(0, length));
      tellRejects();
      if (condensing.isTorn()) {
        tell({ result: undefined });
        return;
      }
      if (chunks % tellEvery === 0) tell({ done: at });
    }
    const result = condensing.finish();
    tellRejects();
    tell({ result: condensing.isTorn() ? undefined : result });
  } finally {
    closeSync(open);
  }
}

const port = parentPort;
if (port !== null) {
  try {
    condensePart(workerData as PartTask, (message) => {
      port.postMessage(message);
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const known = error instanceof IvrError ? { code: error.code, help: error.help } : undefined;
    port.postMessage({ error: known, message } satisfies PartMessage);
  }
}
