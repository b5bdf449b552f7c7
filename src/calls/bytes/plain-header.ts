import { createCsvReader } from '../csv-rows.ts';
import { readLogColumns, type LogColumns } from '../log-columns.ts';
import { isSeparatorLine } from '../../source/separator-line.ts';
import { nativeSeparator } from '../native-separator.ts';
import type { OpenLog } from '../read-log-text.ts';
import { resumed } from '../resumed.ts';
import { longestLine } from '../text-lines.ts';

const lineFeed = 10;

/** How the rows of a log can be read as bytes. */
export interface PlainHeader {
  readonly columns: LogColumns;
  /** Bytes before the first row. */
  readonly length: number;
  /** The number of the first row's line. */
  readonly firstLine: number;
}

/** A log with its header, if that is plain; `bytes` still begin at the beginning. */
export interface PeekedLog {
  readonly log: OpenLog;
  readonly header: PlainHeader | undefined;
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** The header in the first line, or nothing where it takes more than that to find it. */
export function plainHeaderOf(path: string, head: Uint8Array): PlainHeader | undefined {
  const end = head.indexOf(lineFeed);
  if (end < 0) return undefined;
  const text = new TextDecoder().decode(head.subarray(0, end)).replace(/\r$/, '');
  if (text.includes('\r') || /^\s*(?:$|\{)/.test(text) || isSeparatorLine(text)) return undefined;
  if ((nativeSeparator(text) ?? ',') !== ',') return undefined;
  const [row] = createCsvReader().take({ first: 1, lines: [text] });
  if (row === undefined || !('fields' in row)) return undefined;
  const columns = readLogColumns(path, 1, row.fields);
  return { columns, length: end + 1, firstLine: 2 };
}

/** Looks at the beginning of a log. Throws an IvrError `log-layout` as `readLogColumns` does. */
export async function peekHeader(path: string, log: OpenLog): Promise<PeekedLog> {
  if (log.encoding !== 'utf-8') return { log, header: undefined };
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const next = await log.bytes.next();
    if (next.done === true) break;
    chunks.push(next.value);
    length += next.value.length;
    if (next.value.includes(lineFeed) || length > longestLine) break;
  }
  const header = plainHeaderOf(path, joined(chunks));
  return { log: { ...log, bytes: resumed(chunks, log.bytes) }, header };
}
