import type { CondensedLog } from './condensed-log.ts';
import type { KnownValues } from './kept-value.ts';
import type { CondenseOptions } from './log-engine.ts';
import type { LaidOutLog } from './log-reading.ts';
import { readLogFile } from './read-log-file.ts';

/**
 * Has DuckDB count logs of which memory doesn't hold the calls that are open at once. Nothing where that
 * isn't installed, or the user wants the stream: then the logs are read again in parts.
 */
export async function handOver(
  logs: readonly LaidOutLog[],
  known: KnownValues,
  options: CondenseOptions,
  why: string,
): Promise<CondensedLog | undefined> {
  if (options.mayHandOver !== true) return undefined;
  const { isDuckDbInstalled } = await import('./duckdb/open-duckdb.ts');
  if (!(await isDuckDbInstalled())) return undefined;
  options.onNote?.(`${why}: DuckDB counts them instead, and puts rows aside on disk.`);
  const { duckdbEngine } = await import('./duckdb/duckdb-engine.ts');
  const inputs = logs.map(({ input: { path, file, onProgress } }) =>
    readLogFile(path, file?.name, file?.size, onProgress),
  );
  return duckdbEngine.condense(inputs, known, options);
}
