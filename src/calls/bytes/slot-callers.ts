import { grown } from './grown.ts';

const atOnce = 1024;

/** Who called, by the slot of the open call, as numbers that stand for callers; NaN where that isn't known. */
export interface SlotCallers {
  readonly of: (slot: number) => number;
  /** The first caller that is told of a call counts. */
  readonly note: (slot: number, caller: number) => void;
  readonly forget: (slot: number) => void;
}

/** Nobody known. It takes no memory where callers are not told. */
export function createSlotCallers(): SlotCallers {
  let callers = new Float64Array();
  return {
    of: (slot) => callers[slot] ?? Number.NaN,
    note(slot, caller) {
      if (slot >= callers.length) {
        const wider = grown(callers, slot + atOnce);
        wider.fill(Number.NaN, callers.length);
        callers = wider;
      }
      if (Number.isNaN(callers[slot])) callers[slot] = caller;
    },
    forget(slot) {
      if (slot < callers.length) callers[slot] = Number.NaN;
    },
  };
}
