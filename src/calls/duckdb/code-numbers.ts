import type { RowCodes } from './row-codes.ts';

/** The numbers that SQL gives to what rows say, of all logs together. */
export interface CodeNumbers {
  /** Adds those of a log; its first one comes behind those of the logs before. */
  readonly add: (codes: RowCodes) => number;
  /** The code of the event table. Numbers below 0 are `-1 - code` themselves. */
  readonly codeOf: (number: number) => number;
}

/** No numbers yet. */
export function createCodeNumbers(): CodeNumbers {
  const logs: { readonly first: number; readonly codes: RowCodes }[] = [];
  const found = new Map<number, number>();
  let next = 0;

  const look = (number: number): number => {
    const log = logs.findLast(({ first }) => first <= number);
    if (log === undefined) throw new RangeError('a number of no log');
    const code = log.codes.codeOf(number - log.first);
    found.set(number, code);
    return code;
  };

  return {
    add(codes) {
      const first = next;
      logs.push({ first, codes });
      next += codes.size;
      return first;
    },
    codeOf: (number) => (number < 0 ? -1 - number : (found.get(number) ?? look(number))),
  };
}
