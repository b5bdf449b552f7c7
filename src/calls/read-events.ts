import type { CallEvent } from './call-event.ts';
import type { Pseudonym } from './log-engine.ts';
import type { LaidOutLog } from './log-reading.ts';
import { readOpenLog } from './read-log-rows.ts';
import type { RowTally } from './row-tally.ts';

/**
 * The events of a log that has them row by row, in the order of its rows: a native one, or one that is
 * read by a mapping. Every row is used or a reject of the tally. Throws an IvrError as `readOpenLog` does.
 */
export async function* readEvents(
  { input, log, layout }: Pick<LaidOutLog, 'input' | 'log' | 'layout'>,
  tally: RowTally,
  pseudonym?: Pseudonym,
): AsyncGenerator<readonly CallEvent[]> {
  if (layout.by === 'mapping') {
    const { readMappedLog } = await import('./mapping/read-mapped-log.ts');
    yield* readMappedLog(log, layout.layout, layout.mapping, tally, pseudonym);
  } else yield* readOpenLog(input.path, log, tally, pseudonym);
}
