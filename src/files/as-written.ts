import { readFile } from 'node:fs/promises';

const mark = '\ufeff';

/**
 * The text that a file holds if it is written anew with another text: with its byte order mark, if it
 * has one. Nothing where the file isn't UTF-8, or has changed since it was read as `before`.
 */
export async function asWritten(
  file: string,
  before: string,
  after: string,
): Promise<string | undefined> {
  const bytes = await readFile(file);
  if (bytes.equals(Buffer.from(before, 'utf8'))) return after;
  return bytes.equals(Buffer.from(mark + before, 'utf8')) ? mark + after : undefined;
}
