import type { SourcedRow } from '../formats/call-source.ts';

/** Puts what a row has beside its data into one number: who tells its call, and whether it is `isMore`. */
export interface RowKinds {
  readonly kindOf: (row: Pick<SourcedRow, 'tellCall' | 'isMore'>) => number;
  /** The row again, of its data and such a number. Throws `RangeError` for a number of another log. */
  readonly rowOf: (call: string, at: number, facts: unknown, kind: number) => SourcedRow;
}

/** No kinds met yet: for rows that are put aside, where functions can't follow them. */
export function createRowKinds(): RowKinds {
  const tellers: SourcedRow['tellCall'][] = [];
  const numbers = new Map<SourcedRow['tellCall'], number>();
  return {
    kindOf({ tellCall, isMore }) {
      const number = numbers.get(tellCall) ?? tellers.push(tellCall) - 1;
      numbers.set(tellCall, number);
      return number * 2 + (isMore === true ? 1 : 0);
    },
    rowOf(call, at, facts, kind) {
      const tellCall = tellers[Math.floor(kind / 2)];
      if (tellCall === undefined) throw new RangeError('a row of no log');
      const row = { call, at, facts, tellCall };
      return kind % 2 === 0 ? row : { ...row, isMore: true };
    },
  };
}
