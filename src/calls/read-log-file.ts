import { createReadStream } from 'node:fs';
import { IvrError } from '../source/ivr-error.ts';
import { systemReason } from '../source/system-reason.ts';
import type { LogInput } from './read-log-text.ts';

async function* bytesOf(path: string, file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(file, { highWaterMark: 256 * 1024 }) as AsyncIterable<Uint8Array>;
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
  const bytes = bytesOf(path, file);
  return {
    path,
    bytes: onProgress === undefined ? bytes : counted(bytes, onProgress),
    file: { name: file, size },
    onProgress,
  };
}
