import type { LogProposal } from '../calls/mapping/propose-for.ts';
import { asLogs } from './as-logs.ts';
import { findLogs } from './find-logs.ts';

/**
 * Proposes a mapping for a log in a file, or on standard input. Throws an IvrError for a log that can't
 * be read, or in which no rows are found.
 */
export async function proposeMapping(
  path: string,
  options: { readonly cwd: string; readonly stdin: AsyncIterable<Uint8Array> },
): Promise<LogProposal> {
  const { readLogProposal } = await import('../calls/read-log-proposal.ts');
  const [input] = await findLogs([path], options);
  if (input === undefined) throw new RangeError('a path stands for at least one log');
  return asLogs(
    [path],
    options.cwd,
    () => readLogProposal(input),
    ({ tried }) => tried.rows.used === 0,
  );
}
