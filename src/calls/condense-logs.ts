import { peekHeader } from './bytes/plain-header.ts';
import { createCondenser } from './condense.ts';
import { condenseBytes } from './condense-bytes-log.ts';
import { nothingKnown, type KnownValues } from './kept-value.ts';
import { mergeEvents } from './merge-events.ts';
import { readCsvLog, readOpenLog } from './read-csv-log.ts';
import { openLog, type LogInput } from './read-log-text.ts';
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
  const [only, another] = inputs;
  return only !== undefined && another === undefined
    ? condenseLog(only, known)
    : condenseTogether(inputs, known);
}

/** One log: as bytes where its layout allows that, else row by row. */
async function condenseLog(input: LogInput, known: KnownValues): Promise<CondensedLog> {
  const { log, header } = await peekHeader(input.path, await openLog(input));
  if (header !== undefined) return condenseBytes(input.path, log.bytes, header, known);
  const tally = createRowTally(input.path);
  const condenser = createCondenser(known);
  for await (const events of readOpenLog(input.path, log, tally)) {
    for (const event of events) condenser.add(event);
  }
  return { ...tally.counts(), ...condenser.finish() };
}

/** Several logs, side by side in order of time. */
async function condenseTogether(
  inputs: readonly LogInput[],
  known: KnownValues,
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
