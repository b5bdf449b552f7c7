import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { IvrError } from '../source/ivr-error.ts';
import { systemReason } from '../source/system-reason.ts';
import type { LogInput } from './read-log-text.ts';

/** So much of a file is read at once, in bytes. */
const atOnce = 256 * 1024;

async function* bytesOf(path: string, file: string, size: number): AsyncGenerator<Uint8Array> {
  try {
    // A small file is closed at once: folders hold thousands, and a system keeps few open.
    if (size > 0 && size <= atOnce) yield await readFile(file);
    else yield* createReadStream(file, { highWaterMark: atOnce }) as AsyncIterable<Uint8Array>;
  } catch (cause) {
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
): LogInput {
  const bytes = bytesOf(path, file, size);
  return {
    path,
    bytes: onProgress === undefined ? bytes : counted(bytes, onProgress),
    file: { name: file, size },
    onProgress,
  };
}
