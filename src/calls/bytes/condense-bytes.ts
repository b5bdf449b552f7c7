import type { CondensedCalls } from '../condensed-log.ts';
import type { DetailCounter } from '../detail-counter.ts';
import { traits, type EventTable } from '../event-table.ts';
import {
  latestRow,
  longestEnding,
  longestSilence,
  orderRows,
  type OrderedRows,
} from '../order-rows.ts';
import type { PathTrie } from '../path-trie.ts';
import { createCallTable } from './call-table.ts';
import { createCallCounter } from './count-calls.ts';
import { createEventBlocks, type EventCopy } from './event-blocks.ts';
import { grown } from './grown.ts';
import { distinctInOrder, splitInOrder } from './rows-in-order.ts';

export interface CondenserOptions {
  /** How many logs are read side by side; 1 where it is left out. */
  readonly logs?: number | undefined;
  /** No call is let go before the end: for logs in which rows come later than `latestRow`. */
  readonly keepsAll?: boolean | undefined;
  /** Calls are let go only while more events than these are held. */
  readonly heldAtLeast?: number | undefined;
  /** Counts what is to be known of calls beyond their paths. */
  readonly details?: DetailCounter | undefined;
  /** So many rows pass at least between two looks for calls that can be let go. */
  readonly sweepEvery?: number | undefined;
}

/** Condenses events that come as numbers: no object is made for an event or a call. */
export interface ByteCondenser {
  /**
   * Adds an event of the call whose id are these bytes; `hash` is theirs by `callHashOf`, `code` one
   * of the event table, `seq` NaN for none, `caller` a number that stands for the caller.
   */
  readonly add: (
    bytes: Uint8Array,
    from: number,
    to: number,
    hash: number,
    at: number,
    code: number,
    seq: number,
    caller?: number,
  ) => void;
  /** Adds a call that is whole and in order; `untimed` are the positions of moments that aren't known. */
  readonly addWhole: (
    codes: readonly number[],
    at: readonly number[],
    untimed: ReadonlySet<number>,
    caller?: number,
  ) => void;
  /** The events that are added next stand in the log of this index. */
  readonly turnTo: (log: number) => void;
  /** No event of the log of this index will come. */
  readonly endOf: (log: number) => void;
  /** The latest moment of a log so far. */
  readonly clockOf: (log: number) => number;
  /** Sets the clock of a log that no event has come of yet: none is more than `latestRow` earlier. */
  readonly setClock: (log: number, at: number) => void;
  /** Whether a row came so late that its call may have been let go before it: then nothing counts. */
  readonly isTorn: () => boolean;
  /** Events of calls that are open. */
  readonly held: () => number;
  /** Lets go of all calls. Their paths are in the trie. */
  readonly finish: () => Omit<CondensedCalls, 'variants'>;
}

const usuallySweptEvery = 4096;
/** Below these many events, holding calls costs less than looking for those that are over. */
const usuallyHeld = 1 << 15;
/** What is known of an open call, as bits. */
const isClosed = 1;
const isDisordered = 2;
const hasClosing = 4;

/**
 * Condenses rows to calls by the rules of docs/log-format.md, in one pass. Calls may overlap in any
 * way. A call is let go as soon as no row can belong to it any more: ten minutes of the log's own time
 * after its end, a day where it has none. So memory is bounded by the calls that are open at once and
 * the paths that differ. Rows may come up to five minutes late. A row beyond that tears the result if
 * calls were let go before it (`isTorn`); if none were, none will be, and all is counted right.
 *
 * Rows of a call that come in order are counted as they stand; those of others go through `orderRows`.
 */
export function createByteCondenser(
  trie: PathTrie,
  events: EventTable,
  {
    logs = 1,
    keepsAll = false,
    heldAtLeast = usuallyHeld,
    details,
    sweepEvery = usuallySweptEvery,
  }: CondenserOptions = {},
): ByteCondenser {
  const table = createCallTable();
  const blocks = createEventBlocks();
  const counter = createCallCounter(trie, events, details);
  const clocks = new Float64Array(logs).fill(Number.NEGATIVE_INFINITY);
  const isDone = new Uint8Array(logs);
  let first = new Int32Array(1 << 13);
  let last = new Int32Array(1 << 13);
  let count = new Int32Array(1 << 13);
  let lastAt = new Float64Array(1 << 13);
  let lastSeq = new Float64Array(1 << 13);
  let lastLog = new Int32Array(1 << 13);
  let state = new Uint8Array(1 << 13);
  let callers = new Float64Array(1 << 13);
  let copy: EventCopy = {
    at: new Float64Array(1024),
    code: new Int32Array(1024),
    seq: new Float64Array(1024),
  };
  let rowsToSweep = sweepEvery;
  let letsGo = !keepsAll;
  let torn = false;
  let held = 0;
  let released = 0;
  let lateRows = 0;
  let duplicateRows = 0;
  let log = 0;
  /** The clock of the log whose turn it is, and the earliest of the others. */
  let to = Number.NEGATIVE_INFINITY;
  let othersTo = Number.POSITIVE_INFINITY;
  let from = Number.POSITIVE_INFINITY;
  let latest = Number.NEGATIVE_INFINITY;

  const copyOf = (slot: number): EventCopy => {
    const length = count[slot] ?? 0;
    if (length > copy.at.length) {
      copy = {
        at: grown(copy.at, length),
        code: grown(copy.code, length),
        seq: grown(copy.seq, length),
      };
    }
    blocks.copy(first[slot] ?? 0, length, copy);
    return copy;
  };

  const ordered = (slot: number): OrderedRows => {
    const { at, code, seq } = copyOf(slot);
    const length = count[slot] ?? 0;
    return orderRows({ at, code, seq: blocks.hasSeq() ? seq : undefined, length }, events);
  };

  /** Counts the calls of a slot; with `ifClosed` only where the last one is. Says whether it did. */
  const countCalls = (slot: number, ifClosed: boolean): boolean => {
    const all = count[slot] ?? 0;
    const isInOrder = ((state[slot] ?? 0) & isDisordered) === 0;
    const rows = isInOrder ? copyOf(slot) : copy;
    const length = isInOrder ? distinctInOrder(rows, all, blocks.hasSeq(), events) : -1;
    if (length < 0) {
      const { calls, ...counts } = ordered(slot);
      if (ifClosed && calls.at(-1)?.isClosed !== true) return false;
      lateRows += counts.lateRows;
      duplicateRows += counts.duplicateRows;
      for (const { code, at, isLate } of calls)
        counter.count(code, at, 0, at.length, isLate, undefined, callers[slot]);
      return true;
    }
    // Without duplicates the state of the slot is what a look at its rows would find.
    if (ifClosed && length < all && !splitInOrder(rows, length, events, () => undefined))
      return false;
    duplicateRows += all - length;
    splitInOrder(rows, length, events, (begin, end) => {
      counter.count(rows.code, rows.at, begin, end, false, undefined, callers[slot]);
    });
    return true;
  };

  const letGo = (slot: number): void => {
    blocks.free(first[slot] ?? 0);
    held -= count[slot] ?? 0;
    released += 1;
    table.release(slot);
  };

  const sweep = (): void => {
    const clock = Math.min(to, othersTo);
    for (let slot = table.slots() - 1; slot >= 0; slot -= 1) {
      if (!table.isOpen(slot)) continue;
      const silence = clock - (lastAt[slot] ?? 0) - latestRow;
      const bits = state[slot] ?? 0;
      const isSilent = silence > longestSilence;
      if (!isSilent && ((bits & isClosed) === 0 || silence <= longestEnding)) continue;
      if (countCalls(slot, !isSilent)) letGo(slot);
      else state[slot] = bits & ~isClosed;
    }
    rowsToSweep = Math.max(sweepEvery, table.size());
  };

  const begin = (slot: number, at: number): void => {
    if (slot >= first.length) {
      first = grown(first, slot + 1);
      last = grown(last, first.length);
      count = grown(count, first.length);
      lastAt = grown(lastAt, first.length);
      lastSeq = grown(lastSeq, first.length);
      lastLog = grown(lastLog, first.length);
      state = grown(state, first.length);
      callers = grown(callers, first.length);
    }
    const block = blocks.begin();
    first[slot] = block;
    last[slot] = block;
    count[slot] = 0;
    lastAt[slot] = at;
    lastSeq[slot] = Number.NaN;
    lastLog[slot] = log;
    state[slot] = 0;
    callers[slot] = Number.NaN;
  };

  /** Whether an event that isn't earlier than the last of its call may stand before it all the same. */
  const mayPrecede = (slot: number, at: number, seq: number): boolean =>
    lastLog[slot] !== log || (at === lastAt[slot] && seq <= (lastSeq[slot] ?? Number.NaN));

  return {
    add(bytes, idFrom, idTo, hash, at, code, seq, caller) {
      let slot = table.slotOf(bytes, idFrom, idTo, hash);
      if (slot < 0) {
        slot = -1 - slot;
        begin(slot, at);
      }
      if (caller !== undefined && Number.isNaN(callers[slot])) callers[slot] = caller;
      const bits = events.traits(code);
      const before = lastAt[slot] ?? 0;
      let known = state[slot] ?? 0;
      if (at < before || mayPrecede(slot, at, seq)) known |= isDisordered;
      else if ((known & isClosed) !== 0) {
        if ((bits & traits.starts) !== 0 || at - before > longestEnding) known &= ~isClosed;
      }
      if (at > before) lastAt[slot] = at;
      if ((bits & traits.closes) !== 0) known |= isClosed | hasClosing;
      // Only the sweep finds out whether such a call is closed.
      if ((known & isDisordered) !== 0 && (known & hasClosing) !== 0) known |= isClosed;
      state[slot] = known;
      lastSeq[slot] = seq;
      const length = count[slot] ?? 0;
      last[slot] = blocks.add(last[slot] ?? 0, length, at, code, seq);
      count[slot] = length + 1;
      held += 1;
      if (at > to) to = at;
      else if (at < to - latestRow) {
        letsGo = false;
        torn ||= released > 0;
      }
      if (at < from) from = at;
      rowsToSweep -= 1;
      if (rowsToSweep <= 0 && letsGo && held >= heldAtLeast) sweep();
    },
    addWhole(codes, at, untimed, caller) {
      for (const moment of at) {
        from = Math.min(from, moment);
        latest = Math.max(latest, moment);
      }
      counter.count(codes, at, 0, at.length, false, untimed, caller);
    },
    turnTo(next) {
      clocks[log] = to;
      latest = Math.max(latest, to);
      log = next;
      to = clocks[next] ?? Number.NEGATIVE_INFINITY;
      othersTo = Number.POSITIVE_INFINITY;
      for (let other = 0; other < logs; other += 1) {
        if (other !== next && isDone[other] === 0)
          othersTo = Math.min(othersTo, clocks[other] ?? 0);
      }
    },
    endOf(done) {
      isDone[done] = 1;
    },
    clockOf: (one) => (one === log ? to : (clocks[one] ?? 0)),
    setClock(one, at) {
      clocks[one] = at;
    },
    isTorn: () => torn,
    held: () => held,
    finish() {
      for (let slot = 0; slot < table.slots(); slot += 1) {
        if (table.isOpen(slot)) countCalls(slot, false);
      }
      const counts = counter.counts();
      return {
        ...counts,
        irregular: { ...counts.irregular, lateRows },
        duplicateRows,
        window: from < Number.POSITIVE_INFINITY ? { from, to: Math.max(latest, to) } : undefined,
      };
    },
  };
}
