import type { CallRow } from './simulate.ts';

const chunkLength = 64 * 1024;

/**
 * A cell that a spreadsheet shows as it is: quoted where it must be, and never taken for a formula.
 * Names, keys and queues pass unchanged; only what a menu listens for in speech can be free text.
 */
function cell(text: string): string {
  const shown = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
}

/**
 * Writes rows as a log in the native CSV format, in chunks of about 64 KB: `call,at,event,node,value`
 * and `caller` where asked for. Times are ISO 8601 in UTC with milliseconds, lines end in LF.
 */
export function* writeLog(
  rows: Iterable<CallRow>,
  options: { readonly callers?: boolean | undefined } = {},
): Generator<string, void> {
  const callers = options.callers === true;
  let chunk = `call,at,event,node,value${callers ? ',caller' : ''}\n`;
  for (const { call, at, event, node, value, caller } of rows) {
    const own = callers ? `,${cell(caller)}` : '';
    chunk += `${cell(call)},${new Date(at).toISOString()},${event},${cell(node)},${cell(value)}${own}\n`;
    if (chunk.length >= chunkLength) {
      yield chunk;
      chunk = '';
    }
  }
  if (chunk !== '') yield chunk;
}
