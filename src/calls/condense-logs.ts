import { condenseNativeLogs } from './condense-native-logs.ts';
import type { CondensedLog } from './condensed-log.ts';
import { nothingKnown, type KnownValues } from './kept-value.ts';
import type { CondenseOptions } from './log-engine.ts';
import { closeLogs, openLogs, plainReading } from './log-reading.ts';
import type { LogInput } from './read-log-text.ts';
import { notesOnce } from './told-once.ts';

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
  const { reading = plainReading } = options;
  const onNote = notesOnce(options.onNote);
  const logs = await openLogs(
    inputs.map((input) => ({ onNote, ...input })),
    reading,
  );
  try {
    if (logs.every(({ layout }) => layout.by !== 'vendor'))
      return await condenseNativeLogs(logs, known, options);
    const { condenseVendorLogs } = await import('./condense-vendor-logs.ts');
    return await condenseVendorLogs(logs, known, reading, options);
  } finally {
    await closeLogs(logs);
  }
}
