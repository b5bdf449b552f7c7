import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { IvrError } from '../source/ivr-error.ts';
import { systemReason } from '../source/system-reason.ts';
import type { LogInput } from './read-log-text.ts';

/** How much of a file is read at once, in bytes. */
const atOnce = 256 * 1024;

/** And of one of many that are read side by side. */
const atOnceOfMany = 64 * 1024;

/** Whether a file is held open while it is read, or opened again for every bit of it. */
export type Holding = 'held open' | 'closed between';

interface Bit {
  readonly bytes: Uint8Array;
  /** Which file it is of: another one may have taken its name. */
  readonly identity: string;
}

async function bitAt(file: string, place: number): Promise<Bit> {
  const handle = await open(file);
  try {
    const { dev, ino } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(new Uint8Array(atOnceOfMany), {
      position: place,
    });
    return { bytes: buffer.subarray(0, bytesRead), identity: `${dev} ${ino}` };
  } finally {
    await handle.close();
  }
}

/** Reads a file bit by bit, each time from the place that it came to; in between it is closed. */
async function* closedBetween(path: string, file: string): AsyncGenerator<Uint8Array> {
  let place = 0;
  let begun: string | undefined;
  for (;;) {
    const { bytes, identity } = await bitAt(file, place);
    begun ??= identity;
    if (identity !== begun) {
      const help = 'Read it when whatever writes it is done.';
      const message = `${path} can't be read: another file took its place meanwhile.`;
      throw new IvrError('file-unreadable', message, { help });
    }
    if (bytes.length === 0) return;
    place += bytes.length;
    yield bytes;
  }
}

async function* bytesOf(
  path: string,
  file: string,
  size: number,
  holding: Holding,
): AsyncGenerator<Uint8Array> {
  try {
    // A small file is closed at once: folders hold thousands, and a system keeps few open.
    if (size > 0 && size <= atOnce) yield await readFile(file);
    else if (size > 0 && holding === 'closed between') yield* closedBetween(path, file);
    else yield* createReadStream(file, { highWaterMark: atOnce }) as AsyncIterable<Uint8Array>;
  } catch (cause) {
    if (cause instanceof IvrError) throw cause;
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      const help = 'Check the name, and the folder you are in.';
      throw new IvrError('file-not-found', `There is no file ${path}.`, { help, cause });
    }
    const help = 'Check that it is a file and that you may read it.';
    throw new IvrError('file-unreadable', `${path} can't be read: ${systemReason(cause)}.`, {
      help,
      cause,
    });
  }
}

/** The same bytes, telling how many have gone through. */
export async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  tell: (done: number) => void,
): AsyncGenerator<Uint8Array> {
  let done = 0;
  for await (const chunk of bytes) {
    done += chunk.length;
    tell(done);
    yield chunk;
  }
}

/**
 * A log in a file. It is opened when it is read; then an IvrError `file-not-found` or
 * `file-unreadable` may come. `path` is the name it is reported under, `file` where it lies. With its
 * size, a large one is read by several threads.
 */
export function readLogFile(
  path: string,
  file: string = path,
  size = 0,
  onProgress?: (done: number) => void,
  holding: Holding = 'held open',
): LogInput {
  const bytes = bytesOf(path, file, size, holding);
  return {
    path,
    bytes: onProgress === undefined ? bytes : counted(bytes, onProgress),
    file: { name: file, size },
    onProgress,
  };
}
