import type { LogSource } from '../calls/condensed-log.ts';
import type { RowCounts } from '../calls/row-tally.ts';
import { rowsText } from './log-facts.ts';
import { grouped, plural } from '../source/plural.ts';

interface Converted extends RowCounts {
  readonly sources: readonly LogSource[];
  readonly events: number;
  readonly untimed: number;
}

/**
 * What `ivr calls convert` tells when it is done: rows that add up, the reasons of the rejected, and what
 * the native log can't say: that a moment isn't known.
 */
export function convertToText(
  { rows, rejectedBy, sources, events, untimed }: Converted,
  file: string,
): string {
  const layouts = [...new Set(sources.map(({ layout }) => layout))].join(', ');
  const rejects = Object.entries(rejectedBy).map(
    ([reason, count]) => `  ${plural(count, 'row')}: ${reason}`,
  );
  const lines = [
    `${plural(sources.length, 'log')} (${layouts}): ${rowsText(rows)}`,
    ...rejects,
    `${plural(events, 'event')} written to ${file}`,
    ...(untimed === 0
      ? []
      : [
          `  ${grouped(untimed)} of these get the time of the event before: the log doesn't give their own.`,
          '  Their time at the node counts as 0 seconds in the new log; the old log leaves it out.',
        ]),
  ];
  return `${lines.join('\n')}\n`;
}
