import { closeSync, openSync, readSync } from 'node:fs';
import type { LogInput } from '../read-log-text.ts';

/** Files that only DuckDB reads, by the bytes that they begin with. */
const kinds = [
  { kind: 'parquet', begins: [0x50, 0x41, 0x52, 0x31] },
  { kind: 'zstd', begins: [0x28, 0xb5, 0x2f, 0xfd] },
  // Packed by several threads with pzstd: each frame behind one that says how long it is.
  { kind: 'zstd', begins: [0x50, 0x2a, 0x4d, 0x18] },
] as const;
export type FileKind = (typeof kinds)[number]['kind'];

function beginningOf(file: string): Uint8Array {
  const head = new Uint8Array(4);
  const open = openSync(file, 'r');
  try {
    readSync(open, head, 0, head.length, 0);
  } finally {
    closeSync(open);
  }
  return head;
}

/** Whether a log is a file that only DuckDB reads. What can't be opened is none: its reader will say so. */
export function fileKind({ file }: LogInput): FileKind | undefined {
  if (file === undefined) return undefined;
  try {
    const head = beginningOf(file.name);
    return kinds.find(({ begins }) => begins.every((byte, at) => head[at] === byte))?.kind;
  } catch {
    return undefined;
  }
}
