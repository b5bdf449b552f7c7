import type { IvrReport } from '../calls/report/ivr-report.ts';
import { fileKinds } from '../import/file-kinds.ts';
import { IvrError } from '../source/ivr-error.ts';
import { otherKind } from './other-kind.ts';
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
  const source = await readSource(path, cwd, stdin);
  try {
    return parseIvrReport(source);
  } catch (error) {
    if (!(error instanceof IvrError)) throw error;
    throw (await otherKind(source, fileKinds.report, 'log-layout')) ?? error;
  }
}
