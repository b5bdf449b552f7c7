import { IvrError } from '../source/ivr-error.ts';

interface NamedLog {
  readonly path: string;
  readonly isAgain: boolean;
}

/** Rows of logs that can't be read again come too late for their calls, which were counted already. */
export function unordered(logs: readonly NamedLog[]): IvrError {
  const paths = logs.filter(({ isAgain }) => !isAgain).map(({ path }) => path);
  return new IvrError(
    'log-unordered',
    `Rows of ${paths.join(' and ')} come more than five minutes late: their calls were already counted.`,
    { help: 'Write the log to a file and name that: files are read again where rows are late.' },
  );
}

/** Why logs can't be counted in one reading. */
export type NotInOrder = 'late' | 'large' | 'many';

/** What is told of logs that are read again. */
export function readAgain(logs: readonly NamedLog[], why: NotInOrder): string {
  const names = logs.length === 1 ? (logs[0]?.path ?? '') : 'the logs';
  const reasons = {
    late: `Rows stand more than five minutes late in ${names}`,
    large: `The calls of ${names} that are open at once don't fit into memory`,
    many: 'More logs overlap in time than can be open at once',
  } as const satisfies Readonly<Record<NotInOrder, string>>;
  return `${reasons[why]}: everything is read again, and put in order first.`;
}
