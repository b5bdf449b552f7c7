import { createCondenser } from './condense.ts';
import { nothingKnown, type KnownValues } from './kept-value.ts';
import { mergeEvents } from './merge-events.ts';
import { readCsvLog } from './read-csv-log.ts';
import type { LogInput } from './read-log-text.ts';
import { addRowCounts, createRowTally } from './row-tally.ts';
import type { CondensedLog } from './variant.ts';

/**
 * Reads logs, as files or pipes, and condenses them together to one result. The order of the logs
 * matters only for rows of one moment. `known` says which values may be kept: those of the script
 * that the log is replayed on. Throws an IvrError when a log can't be read at all.
 */
export async function condenseLogs(
  inputs: readonly LogInput[],
  known: KnownValues = nothingKnown,
): Promise<CondensedLog> {
  const tallies = inputs.map(({ path }) => createRowTally(path));
  const streams = inputs.map((input, index) =>
    readCsvLog(input, tallies[index] ?? createRowTally(input.path)),
  );
  const condenser = createCondenser(known);
  for await (const events of mergeEvents(streams)) {
    for (const event of events) condenser.add(event);
  }
  return { ...addRowCounts(tallies.map((tally) => tally.counts())), ...condenser.finish() };
}
