import { resolve } from 'node:path';
import type { CallFlow, CondensedLog, OnReject, WantedDetails } from '../index.ts';
import type { LogFlags } from './log-options.ts';
import { noting } from './noting.ts';
import { withProgress } from './progress.ts';
import { tableOf, type TableFlags } from './table-options.ts';
import type { Terminal } from './terminal.ts';

/** Work that meets rejected rows, with a list of them written where the user asked for one. */
export async function withRejects<Result>(
  file: string | undefined,
  terminal: Terminal,
  work: (onReject: OnReject | undefined) => Promise<Result>,
): Promise<Result> {
  if (file === undefined) return work(undefined);
  const { plural, writeRejects } = await import('../logs.ts');
  const list = writeRejects(resolve(terminal.cwd, file), file);
  try {
    const result = await work(list.onReject);
    list.finish();
    terminal.stderr.write(`note: ${file} lists ${plural(list.rows(), 'rejected row')}.\n`);
    return result;
  } finally {
    list.discard();
  }
}

/** What a command wants of calls beside their paths. */
interface WantedOfCalls {
  /** Takes rejected rows in the place of `--rejects`. */
  readonly onReject?: OnReject | undefined;
  readonly details?: WantedDetails | undefined;
}

/**
 * Reads logs, or the table that the options name, and condenses them for replay on a flow, or for none.
 * Shows how far it is, and tells on stderr what costs more than the usual. Throws an IvrError `usage`
 * where neither is named, or both.
 */
export async function loadCalls(
  logs: readonly string[] | undefined,
  flow: CallFlow | undefined,
  flags: LogFlags & TableFlags,
  terminal: Terminal,
  { onReject, details }: WantedOfCalls = {},
): Promise<CondensedLog> {
  const { IvrError, loadLog, loadTableLog } = await import('../logs.ts');
  const { logFormat, logZone, map, engine, memory, rejects, timeout } = flags;
  const { cwd, stdin, env } = terminal;
  const table = tableOf(flags, logs, IvrError);
  if (table === undefined && logs === undefined)
    throw new IvrError('usage', 'There are no calls.', {
      help: 'Name logs with --log, or a table of ClickHouse with --url and --table.',
    });
  if (table !== undefined && details?.selection !== undefined)
    throw new IvrError('usage', "Calls of a table can't be chosen by time or version.", {
      help: 'Make a view that holds only those, and name that.',
    });
  const { onNote } = noting(terminal);
  return withRejects(onReject === undefined ? rejects : undefined, terminal, (listed) =>
    withProgress(terminal, 'Reading calls', (onProgress) =>
      table === undefined
        ? loadLog(logs ?? [], flow, {
            ...{ cwd, stdin, logFormat, logZone, mappings: map, engine, memory },
            ...{ onProgress, onNote },
            ...{ onReject: onReject ?? listed, details },
          })
        : loadTableLog(table, flow, {
            ...{ cwd, stdin, env, timeout, onProgress, onNote },
            onReject: onReject ?? listed,
          }),
    ),
  );
}
