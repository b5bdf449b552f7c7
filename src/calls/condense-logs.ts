import { condenseInThreads } from './condense-in-threads.ts';
import { condenseInputLogs } from './condense-input-logs.ts';
import type { CondensedLog } from './condensed-log.ts';
import { inputLogOf } from './input-log.ts';
import { nothingKnown, type KnownValues } from './kept-value.ts';
import type { CondenseOptions } from './log-engine.ts';
import { closeLogs, openLogs, plainReading } from './log-reading.ts';
import type { LogInput } from './read-log-text.ts';
import { notesOnce } from './told-once.ts';

/** The memory that the work may take where nothing else is said, in bytes. */
const usualMemory = 480_000_000;

/**
 * Reads logs, as files or pipes, and condenses them together to one result. The order of the logs
 * matters only for rows of one moment. `known` says which values may be kept: those of the script
 * that the log is replayed on. Throws an IvrError when a log can't be read at all.
 */
export async function condenseLogs(
  inputs: readonly LogInput[],
  known: KnownValues = nothingKnown,
  options: CondenseOptions = {},
): Promise<CondensedLog> {
  const { reading = plainReading, memory = usualMemory } = options;
  const onNote = notesOnce(options.onNote);
  const logs = await openLogs(
    inputs.map((input) => ({ onNote, ...input })),
    reading,
  );
  const work = { ...options, known, memory };
  try {
    const condensed = await condenseInThreads(logs, work);
    if (condensed !== undefined) return condensed;
    const opened = logs.map((log) => inputLogOf(log, reading.zone));
    return await condenseInputLogs(opened, reading.names, work);
  } finally {
    await closeLogs(logs);
  }
}
