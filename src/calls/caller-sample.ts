import type { CallerCalls } from './call-details.ts';

const mostCallers = 2_000_000;

/** Keeps who called. Beyond two million calls it keeps a sample of callers, with all of their calls. */
export interface CallerSample {
  /** Takes a call; `caller` is NaN where that is withheld or not told. */
  readonly count: (caller: number, at: number, path: number) => void;
  /** Nothing where no call names its caller. */
  readonly counted: (positionOf: (path: number) => number) => CallerCalls | undefined;
}

interface CallerRecords {
  caller: number[];
  at: number[];
  path: number[];
  withheld: number;
  oneOf: number;
}

/** Keeps half as many callers: which ones, their hash decides, so that any order gives the same. */
function thin(records: CallerRecords): void {
  const oneOf = records.oneOf * 2;
  const kept = records.caller.flatMap((caller, index) => (caller % oneOf === 0 ? [index] : []));
  records.caller = kept.map((index) => records.caller[index] ?? 0);
  records.at = kept.map((index) => records.at[index] ?? 0);
  records.path = kept.map((index) => records.path[index] ?? 0);
  records.oneOf = oneOf;
}

export function createCallerSample(): CallerSample {
  const records: CallerRecords = { caller: [], at: [], path: [], withheld: 0, oneOf: 1 };
  return {
    count(caller, at, path) {
      if (Number.isNaN(caller)) {
        records.withheld += 1;
        return;
      }
      if (caller % records.oneOf !== 0) return;
      records.caller.push(caller);
      records.at.push(at);
      records.path.push(path);
      while (records.caller.length > mostCallers) thin(records);
    },
    counted(positionOf) {
      const { caller, at, path, withheld, oneOf } = records;
      if (caller.length === 0) return undefined;
      return {
        caller: Float64Array.from(caller),
        at: Float64Array.from(at),
        variant: Int32Array.from(path, positionOf),
        withheld,
        oneOf,
      };
    },
  };
}
