import type { CountedCalls } from '../counted-calls.ts';
import type { DetailCounter } from '../detail-counter.ts';
import { traits, type EventTable } from '../event-table.ts';
import { latestRow, longestEnding, longestSilence } from '../order-rows.ts';
import type { PathTrie } from '../path-trie.ts';
import { longHashOf } from './byte-words.ts';
import { createCallTable, type CallTable } from './call-table.ts';
import { createCallCounter } from './count-calls.ts';
import { createIdCallCounter } from './count-id-calls.ts';
import { createLogClocks, type LogClocks } from './log-clocks.ts';
import { createMoment, type Moment } from './moment.ts';
import { createOpenCalls, type HeldEvents } from './open-calls.ts';
import type { TornCalls } from './torn-calls.ts';

export interface CondenserOptions {
  /** How many logs are read side by side; 1 where it is left out. */
  readonly logs?: number | undefined;
  /** No call is let go before the end: for logs in which rows come later than `latestRow`. */
  readonly keepsAll?: boolean | undefined;
  /** Calls are let go only while more events than these are held. */
  readonly heldAtLeast?: number | undefined;
  /** Counts what is to be known of calls beyond their paths. */
  readonly details?: DetailCounter | undefined;
  /**
   * Knows the calls that may have begun before the rows that are read: they stay open. With it the calls
   * that are open at the end aren't counted: whoever knows their other rows takes them by `eachOpen`.
   */
  readonly torn?: TornCalls | undefined;
  /** So many rows pass at least between two looks for calls that can be let go. */
  readonly sweepEvery?: number | undefined;
}

/** Condenses events that come as numbers: no object is made for an event or a call. */
export interface ByteCondenser extends Pick<
  LogClocks,
  'turnTo' | 'endOf' | 'clockOf' | 'setClock'
> {
  /** The slot of the open call whose id are these bytes, with their `hashOf`; -1 where none is open. */
  readonly find: CallTable['find'];
  /** Where the moment of the event that is added next is put. */
  readonly now: Moment;
  /** The slot of a call that is opened now. */
  readonly open: CallTable['open'];
  /**
   * Adds an event of the call in this slot that happened `now`: `code` is one of the event table, `seq` may
   * be NaN for none, `caller` stands for who called as the row says. Some calls are let go then, maybe this one: ask for
   * the slot again.
   */
  readonly add: (slot: number, code: number, seq?: number, caller?: number) => void;
  /** Adds a call that is whole and in order; `untimed` are the positions of moments that aren't known. */
  readonly addWhole: (
    codes: readonly number[],
    at: readonly number[],
    untimed: ReadonlySet<number>,
    caller?: number,
  ) => void;
  /** Whether a row came so late that its call may have been let go before it: then nothing counts. */
  readonly isTorn: () => boolean;
  /** Whether a row came so late that no call is let go any more. */
  readonly isLate: () => boolean;
  /** Events of calls that are open. */
  readonly held: () => number;
  /** Whether any event of an open call came with a `seq`. */
  readonly hasSeq: () => boolean;
  /** Visits the calls that are open: the bytes of each id, and its slot. */
  readonly eachOpen: (visit: (id: Uint8Array, slot: number) => void) => void;
  /** The events of an open call: so many of those that are held, from `first` on. */
  readonly rowsOf: (slot: number) => {
    readonly held: HeldEvents;
    readonly first: number;
    readonly length: number;
  };
  /** Whether the last call in a slot has an end, as far as its rows are known. */
  readonly isOver: (slot: number) => boolean;
  /** Counts the calls that are open, but for those that may have begun before the rows that are read. */
  readonly letGoAll: () => void;
  /** Lets go of all calls. Their paths are in the trie. */
  readonly finish: () => CountedCalls;
}

const usuallySweptEvery = 4096;
/** A log that is shorter is held as a whole: its rows may come as late as they like. */
const longBefore = 1 << 15;
/**
 * Below these many events, holding calls costs less than looking for those that are over. Holding eight
 * times as many was measured to take a sixth more time: they no longer fit into the cache of a core.
 */
const usuallyHeld = 1 << 12;

/**
 * Condenses rows to calls by the rules of docs/log-format.md, in one pass. Calls may overlap in any
 * way. A call is let go as soon as no row can belong to it any more: ten minutes of the log's own time
 * after its end, a day where it has none. So memory is bounded by the calls that are open at once and
 * the paths that differ. Rows may come up to five minutes late. A row beyond that tears the result if
 * calls were let go before it (`isTorn`); if none were, none will be, and all is counted right.
 */
export function createByteCondenser(
  trie: PathTrie,
  events: EventTable,
  {
    logs = 1,
    keepsAll = false,
    heldAtLeast = usuallyHeld,
    details,
    torn: tornCalls,
    sweepEvery,
  }: CondenserOptions = {},
): ByteCondenser {
  const table = createCallTable();
  const now = createMoment();
  const calls = createOpenCalls(now);
  const clocks = createLogClocks(logs, now);
  const counter = createCallCounter(trie, events, details);
  const idCounter = createIdCallCounter(counter, events);
  let rowsToSweep = sweepEvery ?? longBefore;
  let letsGo = !keepsAll;
  let torn = false;
  let late = false;
  let released = 0;

  const countCalls = (slot: number, ifOver: boolean): boolean =>
    idCounter.count(calls.events(), calls.first(slot), calls.length(slot), ifOver);

  /** Whether the calls of a slot may have begun before the rows that are read; notes those that didn't. */
  const mayBeTorn = (slot: number, known: TornCalls): boolean => {
    const { at, code } = calls.events();
    const first = calls.first(slot);
    const began = at[first] ?? 0;
    const starts = (events.traits(code[first] ?? 0) & traits.starts) !== 0;
    return known.mayBeTorn(began, starts, clocks.earliest(), calls.held());
  };
  const noteWhole = (slot: number, known: TornCalls): void => {
    const began = calls.events().at[calls.first(slot)] ?? 0;
    if (known.isNear(began, clocks.earliest())) known.note(longHashOf(table.idAt(slot)));
  };

  /** Counts the calls of a slot and forgets it, where they are over and whole. */
  const letGo = (slot: number, ifOver: boolean): void => {
    if (tornCalls !== undefined && mayBeTorn(slot, tornCalls)) return;
    if (!countCalls(slot, ifOver)) {
      calls.isNotOver(slot);
      return;
    }
    if (tornCalls !== undefined) noteWhole(slot, tornCalls);
    calls.free(slot);
    table.release(slot);
    released += 1;
  };

  const sweep = (): void => {
    const clock = clocks.slowest() - latestRow;
    for (let slot = table.slots() - 1; slot >= 0; slot -= 1) {
      if (!table.isOpen(slot)) continue;
      const silence = clock - calls.latest(slot);
      const isSilent = silence > longestSilence;
      if (isSilent || (silence > longestEnding && calls.mayBeOver(slot))) letGo(slot, !isSilent);
    }
    rowsToSweep = Math.max(sweepEvery ?? usuallySweptEvery, table.size());
  };

  const letGoAll = (): void => {
    for (let slot = 0; slot < table.slots(); slot += 1) if (table.isOpen(slot)) letGo(slot, false);
  };

  return {
    ...clocks,
    find: table.find,
    open(bytes, from, to, hash) {
      const slot = table.open(bytes, from, to, hash);
      calls.begin(slot);
      return slot;
    },
    now,
    add(slot, code, seq, caller) {
      calls.add(slot, code, (events.traits(code) & traits.closes) !== 0, seq, caller);
      if (!clocks.tell()) {
        late = true;
        letsGo = false;
        // Of a range, calls from before it may have been let go in another thread.
        torn ||= released > 0 || tornCalls !== undefined;
      }
      rowsToSweep -= 1;
      if (rowsToSweep <= 0 && letsGo && calls.held() >= heldAtLeast) sweep();
    },
    addWhole(codes, at, untimed, caller) {
      at.forEach(clocks.widen);
      counter.count(codes, at, 0, at.length, false, untimed, caller);
    },
    isTorn: () => torn,
    isLate: () => late,
    held: calls.held,
    hasSeq: () => calls.events().seq !== undefined,
    eachOpen(visit) {
      for (let slot = 0; slot < table.slots(); slot += 1) {
        if (table.isOpen(slot)) visit(table.idAt(slot), slot);
      }
    },
    rowsOf: (slot) => ({
      ...{ held: calls.events(), first: calls.first(slot), length: calls.length(slot) },
    }),
    letGoAll,
    isOver: (slot) => idCounter.isOver(calls.events(), calls.first(slot), calls.length(slot)),
    finish() {
      if (tornCalls === undefined) letGoAll();
      const counts = counter.counts();
      return {
        ...counts,
        irregular: { ...counts.irregular, lateRows: idCounter.lateRows() },
        duplicateRows: idCounter.duplicateRows(),
        window: clocks.window(),
      };
    },
  };
}
