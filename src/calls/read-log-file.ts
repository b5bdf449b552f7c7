import { createReadStream } from 'node:fs';
import { IvrError } from '../source/ivr-error.ts';
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
    const why = code === 'EISDIR' ? 'it is a folder' : (code ?? String(cause));
    const help = 'Check that it is a file and that you may read it.';
    throw new IvrError('file-unreadable', `${path} can't be read: ${why}.`, { help, cause });
  }
}

/**
 * A log in a file. It is opened when it is read; then an IvrError `file-not-found` or
 * `file-unreadable` may come. `path` is the name it is reported under, `file` where it lies.
 */
export function readLogFile(path: string, file: string = path): LogInput {
  return { path, bytes: bytesOf(path, file) };
}
