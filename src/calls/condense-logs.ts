import { peekHeader } from './bytes/plain-header.ts';
import { createCondenser } from './condense.ts';
import { condenseBytes } from './condense-bytes-log.ts';
import { nothingKnown, type KnownValues } from './kept-value.ts';
import { mergeByTime } from './merge-by-time.ts';
import type { CondenseOptions } from './log-engine.ts';
import { openLaidOut, plainReading, type LaidOutLog, type LogReading } from './log-reading.ts';
import { readOpenLog } from './read-log-rows.ts';
import type { LogInput, OpenLog } from './read-log-text.ts';
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
  { reading = plainReading }: CondenseOptions = {},
): Promise<CondensedLog> {
  const logs = await openAll(inputs, reading);
  if (logs.some(({ vendor }) => vendor !== undefined)) {
    const { condenseVendorLogs } = await import('./condense-vendor-logs.ts');
    return condenseVendorLogs(logs, known, reading);
  }
  const [only, another] = logs;
  return only !== undefined && another === undefined
    ? condenseLog(only, known)
    : condenseTogether(logs, known);
}

async function openAll(
  inputs: readonly LogInput[],
  reading: LogReading,
): Promise<readonly LaidOutLog[]> {
  const logs: LaidOutLog[] = [];
  try {
    for (const input of inputs) logs.push(await openLaidOut(input, reading));
  } catch (error) {
    for (const { log } of logs) await log.bytes.return(undefined);
    throw error;
  }
  return logs;
}

/** One log: as bytes where its layout allows that, else row by row. */
async function condenseLog(laidOut: LaidOutLog, known: KnownValues): Promise<CondensedLog> {
  const { path, file, onProgress } = laidOut.input;
  const { log, header } = await peekHeader(path, laidOut.log);
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
  logs: readonly LaidOutLog[],
  known: KnownValues,
): Promise<CondensedLog> {
  const sources = logs.map((one) => ({ ...one, tally: createRowTally(one.input.path) }));
  const streams = sources.map(({ input, log, tally }) => readOpenLog(input.path, log, tally));
  const condenser = createCondenser(known);
  for await (const events of mergeByTime(streams)) {
    for (const event of events) condenser.add(event);
  }
  const counts = addRowCounts(sources.map(({ tally }) => tally.counts()));
  return withRowCounts([], counts, condenser.finish());
}
