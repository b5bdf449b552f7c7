import { closeSync, openSync, readSync } from 'node:fs';
import type { LogInput } from '../read-log-text.ts';

/** The bytes that a file begins with; none where it can't be read, which its reader will say. */
export function beginningOf({ file }: LogInput, length: number): Uint8Array {
  const head = new Uint8Array(length);
  if (file === undefined) return head;
  try {
    const open = openSync(file.name, 'r');
    try {
      readSync(open, head, 0, length, 0);
    } finally {
      closeSync(open);
    }
  } catch {
    return head;
  }
  return head;
}

/** Whether a file is in Apache Parquet, by its first bytes. */
export const isParquet = (input: LogInput): boolean =>
  new TextDecoder('latin1').decode(beginningOf(input, 4)) === 'PAR1';
