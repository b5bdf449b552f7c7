import type { CondensedLog } from '../calls/condensed-log.ts';
import type { CondenseOptions, EngineName } from '../calls/log-engine.ts';
import type { CallFlow } from '../flow/call-flow.ts';
import type { LogThreads } from '../calls/log-threads.ts';
import type { LogInput } from '../calls/read-log-text.ts';
import { mayShareWork, threadsFor } from '../calls/threads-for.ts';
import { asLogs } from './as-logs.ts';
import { findLogs, type FindLogsOptions } from './find-logs.ts';
import { loadMappings } from './load-mappings.ts';

export interface LoadLogOptions
  extends FindLogsOptions, Omit<CondenseOptions, 'reading' | 'threads'> {
  /** The format of the logs; told by their content where it is left out. */
  readonly logFormat?: string | undefined;
  /** The zone on whose clock moments without an offset are read, where the log itself names none. */
  readonly logZone?: string | undefined;
  /** Files of mappings, by which logs of other layouts are read. */
  readonly mappings?: readonly string[] | undefined;
  /** What counts the calls: where it is left out, `duckdb` for files that it alone reads, else `stream`. */
  readonly engine?: EngineName | undefined;
}

/** Begins the threads that will read a long log, if it turns out that several can. */
async function threadsAhead(
  inputs: readonly LogInput[],
  options: CondenseOptions,
): Promise<LogThreads | undefined> {
  const [only, another] = inputs;
  if (another !== undefined || !mayShareWork(options)) return undefined;
  const count = threadsFor(only?.file?.size ?? 0);
  if (count === 1) return undefined;
  const { beginLogThreads } = await import('../calls/log-threads.ts');
  return beginLogThreads(count);
}

/**
 * Reads the logs that some paths stand for (files, folders, `-` for standard input) and condenses
 * them to one, for replay on a flow, or for none. Throws an IvrError when a log can't be read at all, or
 * is none.
 */
export async function loadLog(
  paths: readonly string[],
  flow: CallFlow | undefined,
  { logFormat, logZone, mappings: mappingFiles = [], engine: named, ...options }: LoadLogOptions,
): Promise<CondensedLog> {
  // The readers are loaded here, so that commands without a log start without them.
  const { nodeNamesOf, noNames } = await import('../calls/formats/node-names.ts');
  const { knownValuesOf, nothingKnown } = await import('../calls/kept-value.ts');
  const { loadEngine } = await import('../calls/load-engine.ts');
  const { fileKind } = await import('../calls/duckdb/file-kind.ts');
  const { cwd, stdin, onProgress, ...condensing } = options;
  const mappings = await loadMappings(mappingFiles, { cwd, stdin });
  const inputs = await findLogs(paths, { cwd, stdin, onProgress });
  const isForDuckDb = inputs.some((input) => fileKind(input) !== undefined);
  const name = named ?? (isForDuckDb ? 'duckdb' : 'stream');
  const threads = name === 'stream' ? await threadsAhead(inputs, condensing) : undefined;
  const condense = async (): Promise<CondensedLog> => {
    const engine = await loadEngine(name);
    return engine.condense(inputs, flow === undefined ? nothingKnown : knownValuesOf(flow), {
      ...condensing,
      threads,
      reading: {
        names: flow === undefined ? noNames : nodeNamesOf(flow),
        format: logFormat,
        zone: logZone,
        mappings,
      },
    });
  };
  return asLogs(
    paths,
    cwd,
    () => condense().finally(() => threads?.end()),
    ({ rows }) => rows.read > 0 && rows.used === 0,
  );
}
