import { readFileSync, statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { resolve } from 'node:path';
import { IvrError } from '../source/ivr-error.ts';
import type { Source } from '../source/source.ts';

/** Menus are small; a file beyond this is something else, or an attack. */
const mostBytes = 64 * 1024 * 1024;

function decode(path: string, bytes: Uint8Array): string {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  try {
    // TextDecoder takes a byte order mark off by itself.
    return new TextDecoder(utf16 ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new IvrError('file-unreadable', `${path} is not text in UTF-8 or UTF-16.`, {
      help: 'Save it as UTF-8 and try again.',
      cause,
    });
  }
}

function refuseSize(path: string, size: number): void {
  if (size <= mostBytes) return;
  throw new IvrError('file-unreadable', `${path} is larger than ${mostBytes / 1024 / 1024} MB.`, {
    help: 'Check whether it is the file you meant; no menu is that large.',
  });
}

/** What went wrong with a file, in words, with the way out. */
export function fileError(path: string, cause: unknown): IvrError {
  const code = (cause as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    const help = 'Check the name, and the folder you are in.';
    return new IvrError('file-not-found', `There is no file ${path}.`, { help, cause });
  }
  const why = code === 'EISDIR' ? 'it is a folder' : (code ?? String(cause));
  const help = 'Check that it is a file and that you may read it.';
  return new IvrError('file-unreadable', `${path} can't be read: ${why}.`, { help, cause });
}

/**
 * Reads a text file, or standard input for `-`. Throws an IvrError `file-not-found` or
 * `file-unreadable` with the way out.
 */
export async function readSource(
  path: string,
  cwd: string,
  stdin: AsyncIterable<Uint8Array>,
): Promise<Source> {
  if (path === '-') {
    const bytes = await buffer(stdin);
    refuseSize('standard input', bytes.length);
    return { path, text: decode('standard input', bytes) };
  }
  const file = resolve(cwd, path);
  try {
    refuseSize(path, (await stat(file)).size);
    return { path, text: decode(path, await readFile(file)) };
  } catch (error) {
    throw error instanceof IvrError ? error : fileError(path, error);
  }
}

/**
 * Reads a text file at once, for importers that follow a reference in the middle of their work.
 * Throws as `readSource` does, and whatever the file system throws.
 */
export function decodeFile(path: string, file: string): Source {
  refuseSize(path, statSync(file).size);
  return { path, text: decode(path, readFileSync(file)) };
}
