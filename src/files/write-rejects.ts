import { chmodSync, closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { OnReject } from '../calls/log-engine.ts';
import { csvCell } from '../report/csv-cell.ts';
import { removeOnSignal } from '../calls/remove-on-signal.ts';
import { isDevice, neighbourOf, unwritable } from './write-whole.ts';

const columns = ['file', 'line', 'column', 'reason'] as const;
const enough = 1 << 16;

/** A list of rejected rows that is being written. */
export interface RejectsFile {
  readonly onReject: OnReject;
  /** How many rows were listed. */
  readonly rows: () => number;
  /** Puts the list in its place. */
  readonly finish: () => void;
  /** Leaves nothing behind. */
  readonly discard: () => void;
}

/**
 * Writes the rejected rows of logs as CSV: file, physical line, column and reason, never what the row
 * says, which may be somebody's digits. It is whole or not there: it takes its place when it is finished.
 * Rows are written at once and not kept, however many there are. `name` is what the file is called in
 * errors. Throws an IvrError `file-unwritable`.
 */
export function writeRejects(path: string, name: string = path): RejectsFile {
  const toDevice = isDevice(statSync(path, { throwIfNoEntry: false }));
  const neighbour = neighbourOf(path);
  const done = removeOnSignal(neighbour);
  const guarded = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (cause) {
      rmSync(neighbour, { force: true });
      done();
      throw unwritable(name, cause);
    }
  };
  const file = guarded(() => {
    if (!toDevice) mkdirSync(dirname(path), { recursive: true });
    return openSync(toDevice ? path : neighbour, 'w');
  });
  let text = `${columns.join(',')}\n`;
  let rows = 0;
  let isOpen = true;
  const flush = (): void => {
    guarded(() => {
      const bytes = new TextEncoder().encode(text);
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    });
    text = '';
  };
  const close = (): void => {
    if (isOpen) closeSync(file);
    isOpen = false;
  };
  return {
    onReject(from, line, column, reason) {
      rows += 1;
      text += `${[from, line, column, reason].map(csvCell).join(',')}\n`;
      if (text.length > enough) flush();
    },
    rows: () => rows,
    finish() {
      flush();
      guarded(() => {
        if (!toDevice) fsyncSync(file);
        close();
        if (toDevice) return;
        const before = statSync(path, { throwIfNoEntry: false });
        if (before?.isFile() === true) chmodSync(neighbour, before.mode);
        renameSync(neighbour, path);
      });
      done();
    },
    discard() {
      close();
      rmSync(neighbour, { force: true });
      done();
    },
  };
}
