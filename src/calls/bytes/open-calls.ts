import { grown } from './grown.ts';
import type { Moment } from './moment.ts';

/** Events that a call has room for at first: most calls need no more. */
const usualRoom = 16;
/** The numbers that are kept of a slot. */
const facts = { first: 0, length: 1, room: 2, mayBeOver: 3 } as const;
const factsOfSlot = 4;
const none = -1;

/**
 * Events side by side. `seq`, and the numbers that stand for callers, are there from the first event on that has
 * one; NaN stands for none.
 */
export interface HeldEvents {
  readonly at: Float64Array;
  readonly code: Int32Array;
  readonly seq: Float64Array | undefined;
  readonly caller: Float64Array | undefined;
}

/** The room of a number that few events have. */
type FewNumbers = Float64Array | undefined;

/**
 * The events of all calls that are open, those of a call side by side in the order in which they
 * came, so that they are counted where they lie. A call that outgrows its room moves to one of twice
 * the size; rooms are used again. A hundred thousand open calls cost no objects.
 */
export interface OpenCalls {
  /** Begins to hold the events of a slot. */
  readonly begin: (slot: number) => void;
  /** Adds an event that happened now; `closes` says that its call may be over with it. */
  readonly add: (
    slot: number,
    code: number,
    closes: boolean,
    seq: number | undefined,
    caller: number | undefined,
  ) => void;
  readonly free: (slot: number) => void;
  /** Where the events of a slot begin among those that are held, and how many they are. */
  readonly first: (slot: number) => number;
  readonly length: (slot: number) => number;
  /** The events of all slots; to be asked for again after something was added. */
  readonly events: () => HeldEvents;
  readonly latest: (slot: number) => number;
  /** Whether an event that closes a call has come since it was last said that the call isn't over. */
  readonly mayBeOver: (slot: number) => boolean;
  readonly isNotOver: (slot: number) => void;
  /** Events of all slots. */
  readonly held: () => number;
}

/** Nothing held. */
export function createOpenCalls(now: Moment): OpenCalls {
  let known = new Int32Array(factsOfSlot << 13);
  let latest = new Float64Array(1 << 13);
  let at = new Float64Array(usualRoom << 10);
  let code = new Int32Array(usualRoom << 10);
  let seq: FewNumbers;
  let caller: FewNumbers;
  let used = 0;
  let held = 0;
  /** By the logarithm of their size: the first room that is free; in its first place stands the next one. */
  const free = new Int32Array(32).fill(none);

  const claim = (size: number): number => {
    const kind = 31 - Math.clz32(size);
    const first = free[kind] ?? none;
    if (first !== none) {
      free[kind] = code[first] ?? none;
      return first;
    }
    used += size;
    if (used > at.length) {
      at = grown(at, used);
      code = grown(code, at.length);
      if (seq !== undefined) seq = grown(seq, at.length);
      if (caller !== undefined) caller = grown(caller, at.length);
    }
    return used - size;
  };
  const giveBack = (first: number, size: number): void => {
    const kind = 31 - Math.clz32(size);
    code[first] = free[kind] ?? none;
    free[kind] = first;
  };
  const move = (slot: number, first: number, length: number): number => {
    const wider = claim(length * 2);
    at.copyWithin(wider, first, first + length);
    code.copyWithin(wider, first, first + length);
    seq?.copyWithin(wider, first, first + length);
    caller?.copyWithin(wider, first, first + length);
    giveBack(first, length);
    known[slot * factsOfSlot + facts.first] = wider;
    known[slot * factsOfSlot + facts.room] = length * 2;
    return wider;
  };
  /** Notes a number in its room, which is made for the first one. */
  const noted = (room: FewNumbers, place: number, number: number = Number.NaN): FewNumbers => {
    if (room === undefined && Number.isNaN(number)) return undefined;
    const numbers = room ?? new Float64Array(at.length).fill(Number.NaN);
    numbers[place] = number;
    return numbers;
  };

  return {
    begin(slot) {
      if (slot >= latest.length) {
        latest = grown(latest, slot + 1);
        known = grown(known, latest.length * factsOfSlot);
      }
      const own = slot * factsOfSlot;
      known[own + facts.first] = claim(usualRoom);
      known[own + facts.length] = 0;
      known[own + facts.room] = usualRoom;
      known[own + facts.mayBeOver] = 0;
      latest[slot] = Number.NEGATIVE_INFINITY;
    },
    add(slot, event, closes, number, who) {
      const moment = now[0] ?? 0;
      const own = slot * factsOfSlot;
      const length = known[own + facts.length] ?? 0;
      let first = known[own + facts.first] ?? 0;
      if (length === known[own + facts.room]) first = move(slot, first, length);
      at[first + length] = moment;
      code[first + length] = event;
      if (number !== undefined || seq !== undefined) seq = noted(seq, first + length, number);
      if (who !== undefined || caller !== undefined) caller = noted(caller, first + length, who);
      known[own + facts.length] = length + 1;
      if (closes) known[own + facts.mayBeOver] = 1;
      if (moment > (latest[slot] ?? 0)) latest[slot] = moment;
      held += 1;
    },
    free(slot) {
      const own = slot * factsOfSlot;
      held -= known[own + facts.length] ?? 0;
      giveBack(known[own + facts.first] ?? 0, known[own + facts.room] ?? 0);
    },
    first: (slot) => known[slot * factsOfSlot + facts.first] ?? 0,
    length: (slot) => known[slot * factsOfSlot + facts.length] ?? 0,
    events: () => ({ at, code, seq, caller }),
    latest: (slot) => latest[slot] ?? 0,
    mayBeOver: (slot) => known[slot * factsOfSlot + facts.mayBeOver] === 1,
    isNotOver(slot) {
      known[slot * factsOfSlot + facts.mayBeOver] = 0;
    },
    held: () => held,
  };
}
