import { isClosing, type CallEventName } from '../call-event.ts';
import type { CondensedCalls } from '../condensed-log.ts';
import { beginsStretch, countsOf } from '../dwell-counts.ts';
import {
  latestRow,
  longestEnding,
  longestSilence,
  orderCall,
  type OrderedCall,
} from '../open-call.ts';
import type { PathTrie } from '../path-trie.ts';
import { createCallTable } from './call-table.ts';
import { createDwellTable } from './dwell-table.ts';
import { createEventBlocks } from './event-blocks.ts';
import { grown } from './grown.ts';

/** Condenses events that come as numbers: no object is made for an event or a call. */
export interface ByteCondenser {
  /** Adds an event of the call whose id are these bytes; `hash` is theirs by `callHashOf`. */
  readonly add: (
    bytes: Uint8Array,
    from: number,
    to: number,
    hash: number,
    at: number,
    token: number,
  ) => void;
  /** Whether a row came so late that calls may have been let go before it: then nothing counts. */
  readonly isOutOfOrder: () => boolean;
  /** Lets go of all calls. Their paths are in the trie. */
  readonly finish: () => Omit<CondensedCalls, 'variants'>;
}

const sweepEvery = 4096;

const known = 1;
const starts = 2;
const stays = 4;
const closes = 8;
const leaves = 16;

/** What condensing must know of an event, as bits. */
function traitsOfEvent(event: CallEventName): number {
  const isLeaving = event === 'hangup' || event === 'disconnect' || event === 'end';
  return (
    known |
    (event === 'start' ? starts : 0) |
    (beginsStretch(event) ? stays : 0) |
    (isClosing(event) ? closes : 0) |
    (isLeaving ? leaves : 0)
  );
}

/**
 * The same as `createCondenser` for logs in order of time, from numbers instead of objects. Tokens are
 * those of the trie that is given. What is kept of an open call stands in arrays by its slot.
 */
export function createByteCondenser(trie: PathTrie): ByteCondenser {
  const table = createCallTable();
  const blocks = createEventBlocks();
  const dwell = createDwellTable();
  const odd = {
    lateRows: 0,
    lateCalls: 0,
    reopenedCalls: 0,
    unterminatedCalls: 0,
    unstartedCalls: 0,
  };
  let first = new Int32Array(1 << 13);
  let last = new Int32Array(1 << 13);
  let count = new Int32Array(1 << 13);
  let lastAt = new Float64Array(1 << 13);
  let late = new Int32Array(1 << 13);
  let closed = new Uint8Array(1 << 13);
  let moments = new Float64Array(1024);
  let tokens = new Int32Array(1024);
  let traits = new Uint8Array(1024);
  let calls = 0;
  let rowsToSweep = sweepEvery;
  let outOfOrder = false;
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;

  const kindOf = (token: number): CallEventName => trie.step(token).event;
  const traitsOf = (token: number): number => {
    const before = traits[token] ?? 0;
    if (before !== 0) return before;
    if (token >= traits.length) traits = grown(traits, token + 1);
    const found = traitsOfEvent(kindOf(token));
    traits[token] = found;
    return found;
  };

  /** Counts the events `begin` to `end` of the two lists as one call. */
  const countCall = (
    codes: ArrayLike<number>,
    at: ArrayLike<number>,
    begin: number,
    end: number,
  ): void => {
    let isEnded = false;
    let goesOn = false;
    for (let index = begin; index < end; index += 1) {
      const token = codes[index] ?? 0;
      const traits = traitsOf(token);
      if (isEnded) goesOn ||= (traits & leaves) === 0;
      else isEnded = (traits & closes) !== 0;
      if ((traits & stays) !== 0 && index + 1 < end)
        dwell.count(token, codes[index + 1] ?? 0, (at[index + 1] ?? 0) - (at[index] ?? 0));
    }
    calls += 1;
    if ((traitsOf(codes[begin] ?? 0) & starts) === 0) odd.unstartedCalls += 1;
    if (!isEnded) odd.unterminatedCalls += 1;
    else if (goesOn) odd.reopenedCalls += 1;
    trie.count(codes, begin, end, (at[end - 1] ?? 0) - (at[begin] ?? 0));
  };

  /** Splits rows of one id that are in order into calls, as `orderCall` does. */
  const countInOrder = (events: number): void => {
    let begin = 0;
    let isClosed = false;
    for (let index = 0; index < events; index += 1) {
      const traits = traitsOf(tokens[index] ?? 0);
      const silence = index === begin ? 0 : (moments[index] ?? 0) - (moments[index - 1] ?? 0);
      const isOver = isClosed
        ? (traits & starts) !== 0 || silence > longestEnding
        : silence > longestSilence;
      if (isOver) {
        countCall(tokens, moments, begin, index);
        begin = index;
        isClosed = false;
      }
      isClosed ||= (traits & closes) !== 0;
    }
    countCall(tokens, moments, begin, events);
  };

  const letGo = (slot: number): void => {
    const events = count[slot] ?? 0;
    if (events > moments.length) {
      moments = grown(moments, events);
      tokens = grown(tokens, moments.length);
    }
    blocks.take(first[slot] ?? 0, events, moments, tokens);
    const lateRows = late[slot] ?? 0;
    odd.lateRows += lateRows;
    if (lateRows === 0) {
      countInOrder(events);
      return;
    }
    const rows = {
      at: [...moments.subarray(0, events)],
      token: [...tokens.subarray(0, events)],
      seq: Array.from({ length: events }, () => Number.NaN),
      lastAt: lastAt[slot] ?? 0,
      lateRows,
      closed: closed[slot] === 1,
    };
    const ordered: readonly OrderedCall[] = orderCall(rows, kindOf);
    for (const call of ordered) countCall(call.tokens, call.at, 0, call.tokens.length);
  };

  const sweep = (): void => {
    for (let slot = table.slots() - 1; slot >= 0; slot -= 1) {
      if (!table.isOpen(slot)) continue;
      const silence = closed[slot] === 1 ? longestEnding : longestSilence;
      if (to - (lastAt[slot] ?? 0) <= silence + latestRow) continue;
      table.release(slot);
      letGo(slot);
    }
    rowsToSweep = Math.max(sweepEvery, table.size());
  };

  const begin = (slot: number, at: number): void => {
    if (slot >= first.length) {
      first = grown(first, slot + 1);
      last = grown(last, first.length);
      count = grown(count, first.length);
      lastAt = grown(lastAt, first.length);
      late = grown(late, first.length);
      closed = grown(closed, first.length);
    }
    const block = blocks.begin();
    first[slot] = block;
    last[slot] = block;
    count[slot] = 0;
    lastAt[slot] = at;
    late[slot] = 0;
    closed[slot] = 0;
  };

  return {
    add(bytes, idFrom, idTo, hash, at, token) {
      let slot = table.slotOf(bytes, idFrom, idTo, hash);
      if (slot < 0) {
        slot = -1 - slot;
        begin(slot, at);
      }
      if (at < (lastAt[slot] ?? 0)) late[slot] = (late[slot] ?? 0) + 1;
      else lastAt[slot] = at;
      const events = count[slot] ?? 0;
      last[slot] = blocks.add(last[slot] ?? 0, events, at, token);
      count[slot] = events + 1;
      const traits = traitsOf(token);
      if ((traits & starts) !== 0) closed[slot] = 0;
      else if ((traits & closes) !== 0) closed[slot] = 1;
      if (at < to - latestRow) outOfOrder = true;
      if (at < from) from = at;
      if (at > to) to = at;
      rowsToSweep -= 1;
      if (rowsToSweep <= 0) sweep();
    },
    isOutOfOrder: () => outOfOrder,
    finish() {
      for (let slot = 0; slot < table.slots(); slot += 1) if (table.isOpen(slot)) letGo(slot);
      return {
        calls,
        dwell: countsOf(dwell, trie.step),
        irregular: odd,
        hours: [],
        versions: [],
        duplicateRows: 0,
        window: from <= to ? { from, to } : undefined,
      };
    },
  };
}
