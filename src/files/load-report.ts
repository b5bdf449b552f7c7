import type { IvrReport } from '../calls/report/ivr-report.ts';
import { readSource } from './read-source.ts';

/**
 * An aggregated IVR report. Throws an IvrError `log-layout` where it is none, `log-unreadable` where a quote
 * is never closed.
 */
export async function loadReport(
  path: string,
  { cwd, stdin }: { readonly cwd: string; readonly stdin: AsyncIterable<Uint8Array> },
): Promise<IvrReport> {
  const { parseIvrReport } = await import('../calls/report/parse-ivr-report.ts');
  return parseIvrReport(await readSource(path, cwd, stdin));
}
