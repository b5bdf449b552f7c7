import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { IvrError } from '../source/ivr-error.ts';

/** Where the key for pseudonyms of callers is; where nothing says so, it is one that is never kept. */
export interface KeyWords {
  readonly keyFile?: string | undefined;
  readonly key?: string | undefined;
}

const shortestKey = 16;

/** The key for pseudonyms of callers. Throws an IvrError for one that can't be read, or is too short. */
export async function callerKey({ keyFile, key }: KeyWords, cwd: string): Promise<Uint8Array> {
  if (keyFile === undefined && (key ?? '') === '') return randomBytes(32);
  let bytes: Uint8Array;
  try {
    bytes =
      keyFile === undefined ? new TextEncoder().encode(key) : await readFile(resolve(cwd, keyFile));
  } catch (cause) {
    throw new IvrError('file-unreadable', `The key ${keyFile ?? ''} can't be read.`, {
      help: 'Name a file that holds at least 16 bytes nobody else knows.',
      cause,
    });
  }
  if (bytes.length < shortestKey)
    throw new IvrError('usage', 'The key for callers is too short to hide their numbers.', {
      help: `It takes at least ${shortestKey} bytes; openssl rand -hex 32 makes some.`,
    });
  return bytes;
}
