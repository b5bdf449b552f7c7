import type { CallEvent } from './call-event.ts';

/** How the native log is written. */
export type NativeLayout = 'csv' | 'jsonl';

const nativeColumns = ['call', 'at', 'event', 'node', 'value', 'seq', 'script'] as const;

/** The first line of a native CSV. */
export const nativeHeader = `${nativeColumns.join(',')}\n`;

const field = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

function textsOf({ call, at, event, node, value, seq, script = '' }: CallEvent): readonly string[] {
  const number = seq === undefined ? '' : String(seq);
  return [call, new Date(at).toISOString(), event, node, value, number, script];
}

/** An event as a line of a native log; in JSON Lines without the fields that it hasn't. */
export function nativeRow(event: CallEvent, layout: NativeLayout): string {
  const texts = textsOf(event);
  if (layout === 'csv') return `${texts.map(field).join(',')}\n`;
  const named = nativeColumns.map((name, index) => [name, texts[index] ?? ''] as const);
  return `${JSON.stringify(Object.fromEntries(named.filter(([, text]) => text !== '')))}\n`;
}
