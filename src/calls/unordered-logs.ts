import { IvrError } from '../source/ivr-error.ts';
import type { LaidOutLog } from './log-reading.ts';

/** Rows of logs that can't be read again come too late for their calls, which were counted already. */
export function unordered(logs: readonly LaidOutLog[]): IvrError {
  const paths = logs.filter(({ input }) => input.file === undefined).map(({ input }) => input.path);
  return new IvrError(
    'log-unordered',
    `Rows of ${paths.join(' and ')} come more than five minutes late: their calls were already counted.`,
    { help: 'Write the log to a file and name that: files are read again where rows are late.' },
  );
}

/** Logs as a sentence names them. */
export function namesOf(logs: readonly LaidOutLog[]): string {
  return logs.length === 1 ? (logs[0]?.input.path ?? '') : 'the logs';
}
