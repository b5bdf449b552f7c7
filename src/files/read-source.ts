import { readFileSync, statSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { resolve } from 'node:path';
import { decodeText } from '../source/decode-text.ts';
import { encodingFinding } from '../source/encoding-finding.ts';
import type { Finding } from '../source/finding.ts';
import { IvrError } from '../source/ivr-error.ts';
import type { Source } from '../source/source.ts';
import { systemReason } from '../source/system-reason.ts';

/** Menus are small; a file beyond this is something else, or an attack. */
const mostBytes = 64 * 1024 * 1024;

/** A file as it was read; a finding where not all of it is text. */
export interface TextFile {
  readonly source: Source;
  readonly finding: Finding | undefined;
}

function textFile(path: string, bytes: Uint8Array): TextFile {
  const decoded = decodeText(bytes);
  const source = { path, text: decoded.text };
  return { source, finding: encodingFinding(source, decoded) };
}

function wholeText({ source, finding }: TextFile): Source {
  if (finding === undefined) return source;
  const { message, help, at } = finding;
  throw new IvrError('file-unreadable', message, { help, place: at });
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
  const help = 'Check that it is a file and that you may read it.';
  return new IvrError('file-unreadable', `${path} can't be read: ${systemReason(cause)}.`, {
    help,
    cause,
  });
}

/**
 * Reads a text file, or standard input for `-`; what is no text is a finding. Throws an IvrError
 * `file-not-found` or `file-unreadable` with the way out.
 */
export async function readTextFile(
  path: string,
  cwd: string,
  stdin: AsyncIterable<Uint8Array>,
): Promise<TextFile> {
  if (path === '-') {
    const bytes = await buffer(stdin);
    refuseSize('standard input', bytes.length);
    return textFile(path, bytes);
  }
  const file = resolve(cwd, path);
  try {
    // A run reads thousands of small files: to wait for each of them would take longer than to read it.
    refuseSize(path, statSync(file).size);
    return textFile(path, readFileSync(file));
  } catch (error) {
    throw error instanceof IvrError ? error : fileError(path, error);
  }
}

/** The same for files that are of no use unless all of them is text: else it throws, with the place. */
export async function readSource(
  path: string,
  cwd: string,
  stdin: AsyncIterable<Uint8Array>,
): Promise<Source> {
  return wholeText(await readTextFile(path, cwd, stdin));
}

/**
 * Reads a text file at once, for importers that follow a reference in the middle of their work.
 * Throws as `readSource` does, and whatever the file system throws.
 */
export function decodeFile(path: string, file: string): Source {
  refuseSize(path, statSync(file).size);
  return wholeText(textFile(path, readFileSync(file)));
}
