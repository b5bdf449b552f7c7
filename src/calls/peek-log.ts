import type { OpenLog } from './read-log-text.ts';
import { resumed } from './resumed.ts';
import { textDecoder } from './text-decoder.ts';

/** How much of a log is looked at to tell how it is laid out, in bytes. */
const headLength = 64 * 1024;

/** A log with the bytes that it begins with; its own `bytes` still begin at the beginning. */
export interface LogWithHead {
  readonly log: OpenLog;
  readonly head: readonly Uint8Array[];
}

/** Looks at the beginning of a log. */
export async function peekLog(log: OpenLog): Promise<LogWithHead> {
  const head: Uint8Array[] = [];
  let length = 0;
  while (length < headLength) {
    const next = await log.bytes.next();
    if (next.done === true) break;
    head.push(next.value);
    length += next.value.length;
  }
  return { log: { ...log, bytes: resumed(head, log.bytes) }, head };
}

/** The text of the beginning of a log; what its last bytes only begin is left out. */
export function headText(head: readonly Uint8Array[], encoding: string): string {
  const decoder = textDecoder(encoding);
  return head
    .map((chunk) => decoder.decode(chunk, { stream: true }))
    .join('')
    .slice(0, headLength);
}
