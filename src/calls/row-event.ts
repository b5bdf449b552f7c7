import { callEventNames, type CallEvent, type CallEventName } from './call-event.ts';
import { isDamaged } from './is-damaged.ts';
import type { LogColumn, LogColumns } from './log-columns.ts';
import type { Pseudonym } from './log-engine.ts';
import { parseTime } from './parse-time.ts';

/** Why a row is no event; `column` where one column is to blame. */
export interface RowReject {
  readonly column: LogColumn | undefined;
  readonly reason: string;
}

const eventNames: ReadonlySet<string> = new Set(callEventNames);
const isEventName = (text: string): text is CallEventName => eventNames.has(text);

const isBlank = (code: number): boolean => code === 32 || code === 9;

/** The text without spaces and tabs around it; a regular expression would be slow on long runs. */
function stripped(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && isBlank(text.charCodeAt(from))) from += 1;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to -= 1;
  return from === 0 && to === text.length ? text : text.slice(from, to);
}

/**
 * Makes an event of a row, or says why it is none. The reasons are a fixed list and never hold what
 * the row says, which may be somebody's digits. Callers are read only where a pseudonym is made of them.
 */
export function rowEvent(
  fields: readonly string[],
  { width, position }: LogColumns,
  pseudonym?: Pseudonym,
): CallEvent | RowReject {
  if (fields.length < width) return { column: undefined, reason: 'too few fields' };
  if (fields.length > width) return { column: undefined, reason: 'too many fields' };
  const field = (column: LogColumn): string => {
    const index = position[column];
    return index === undefined ? '' : stripped(fields[index] ?? '');
  };
  const call = field('call');
  const event = field('event');
  const node = field('node');
  const written = field('value');
  for (const column of ['call', 'event', 'node', 'value', 'script'] as const) {
    if (isDamaged(field(column))) return { column, reason: 'damaged text' };
  }
  if (call === 'call' && event === 'event') return { column: undefined, reason: 'repeated header' };
  if (call === '') return { column: 'call', reason: 'no call id' };
  const at = parseTime(field('at'));
  if (typeof at === 'string') return { column: 'at', reason: at };
  if (!isEventName(event)) return { column: 'event', reason: 'unknown event' };
  if (event === 'enter' && node === '') return { column: 'node', reason: 'no node entered' };
  const seq = field('seq');
  if (seq !== '' && !/^-?\d{1,15}$/.test(seq)) return { column: 'seq', reason: 'seq not a number' };
  const value = event === 'start' && written === '' ? field('number') : written;
  const script = field('script');
  const caller = pseudonym?.(field('caller'));
  return {
    ...{ call, at, event, node, value },
    ...(seq === '' ? {} : { seq: Number(seq) }),
    ...(script === '' ? {} : { script }),
    ...(caller === undefined ? {} : { caller }),
  };
}
