import type { LogSource } from '../calls/condensed-log.ts';
import type { RowCounts } from '../calls/row-tally.ts';
import { rowsText } from './log-facts.ts';
import { plural } from './plural.ts';

/** What `ivr calls convert` tells when it is done: rows that add up, and the reasons of the rejected. */
export function convertToText(
  converted: RowCounts & { readonly sources: readonly LogSource[]; readonly events: number },
  file: string,
): string {
  const { rows, rejectedBy, sources, events } = converted;
  const layouts = [...new Set(sources.map(({ layout }) => layout))].join(', ');
  const rejects = Object.entries(rejectedBy).map(
    ([reason, count]) => `  ${plural(count, 'row')}: ${reason}`,
  );
  const lines = [
    `${plural(sources.length, 'log')} (${layouts}): ${rowsText(rows)}`,
    ...rejects,
    `${plural(events, 'event')} written to ${file}`,
  ];
  return `${lines.join('\n')}\n`;
}
