import type { OpenLog } from './read-log-text.ts';
import { resumed } from './resumed.ts';

/** So much of a log is looked at to tell how it is laid out, in bytes. */
const headLength = 64 * 1024;

/** A log with the text that it begins with; `bytes` still begin at the beginning. */
export interface LogWithHead {
  readonly log: OpenLog;
  readonly head: string;
}

/** Looks at the beginning of a log. */
export async function peekLog(log: OpenLog): Promise<LogWithHead> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (length < headLength) {
    const next = await log.bytes.next();
    if (next.done === true) break;
    chunks.push(next.value);
    length += next.value.length;
  }
  const decoder = new TextDecoder(log.encoding);
  const head = chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join('');
  return { log: { ...log, bytes: resumed(chunks, log.bytes) }, head: head.slice(0, headLength) };
}
