import { tableMissing, type EngineName, type LogEngine } from './log-engine.ts';

const engines = {
  stream: async () => (await import('./stream-engine.ts')).streamEngine,
  duckdb: async () => (await import('./duckdb/duckdb-engine.ts')).duckdbEngine,
  clickhouse: () => Promise.reject(tableMissing()),
} as const satisfies Readonly<Record<EngineName, () => Promise<LogEngine>>>;

/**
 * The engine of a name, loaded when it is asked for. Throws an IvrError `engine-missing` where its
 * package isn't installed, `usage` for the one that counts tables only.
 */
export function loadEngine(name: EngineName): Promise<LogEngine> {
  return engines[name]();
}
