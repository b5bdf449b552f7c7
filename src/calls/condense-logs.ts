import { peekHeader } from './bytes/plain-header.ts';
import { createCondenser } from './condense.ts';
import { condenseBytes } from './condense-bytes-log.ts';
import { nothingKnown, type KnownValues } from './kept-value.ts';
import { mergeEvents } from './merge-events.ts';
import { readLog, readOpenLog } from './read-log-rows.ts';
import { openLog, type LogInput, type OpenLog } from './read-log-text.ts';
import { addRowCounts, createRowTally, withRowCounts } from './row-tally.ts';
import type { CondensedLog } from './condensed-log.ts';

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
  const { path, file, onProgress } = input;
  const { log, header } = await peekHeader(path, await openLog(input));
  if (header === undefined) return condenseRows(path, log, known);
  if (file !== undefined && !log.isPacked) {
    const { condenseInParallel, threadsFor } = await import('./parallel-engine.ts');
    const threads = threadsFor(file.size);
    const task = { path, file: file.name, header, known };
    const condensed = threads > 1 ? await condenseInParallel(task, threads, onProgress) : undefined;
    if (condensed !== undefined) {
      await log.bytes.return(undefined);
      return condensed;
    }
  }
  const condensing = condenseBytes(path, header, known);
  let toSkip = header.length;
  for await (const chunk of log.bytes) {
    if (toSkip < chunk.length) condensing.take(toSkip > 0 ? chunk.subarray(toSkip) : chunk);
    toSkip = Math.max(0, toSkip - chunk.length);
  }
  return condensing.finishWhole();
}

/** One log, row by row. */
async function condenseRows(path: string, log: OpenLog, known: KnownValues): Promise<CondensedLog> {
  const tally = createRowTally(path);
  const condenser = createCondenser(known);
  for await (const events of readOpenLog(path, log, tally)) {
    for (const event of events) condenser.add(event);
  }
  return withRowCounts([], tally.counts(), condenser.finish());
}

/** Several logs, side by side in order of time. */
async function condenseTogether(
  inputs: readonly LogInput[],
  known: KnownValues,
): Promise<CondensedLog> {
  const tallies = inputs.map(({ path }) => createRowTally(path));
  const streams = inputs.map((input, index) =>
    readLog(input, tallies[index] ?? createRowTally(input.path)),
  );
  const condenser = createCondenser(known);
  for await (const events of mergeEvents(streams)) {
    for (const event of events) condenser.add(event);
  }
  const counts = addRowCounts(tallies.map((tally) => tally.counts()));
  return withRowCounts([], counts, condenser.finish());
}
