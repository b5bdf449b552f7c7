import { grown } from './grown.ts';

/** Events in a block: most calls take two or three blocks. */
const size = 8;
const none = -1;

/** Where a chain of events is copied to; `seq` stays as it is where no event has one. */
export interface EventCopy {
  readonly at: Float64Array;
  readonly code: Int32Array;
  readonly seq: Float64Array;
}

/**
 * The events of all open calls, in chains of small blocks that are used again, so that a hundred
 * thousand calls cost no objects. An event is its moment, the number of what happened, and its `seq`,
 * NaN for none.
 */
export interface EventBlocks {
  /** Begins a chain and returns its first block. */
  readonly begin: () => number;
  /** Adds an event behind `count` others; returns the block that it went to, the chain's last. */
  readonly add: (last: number, count: number, at: number, code: number, seq: number) => number;
  /** Copies a chain of `count` events. */
  readonly copy: (first: number, count: number, to: EventCopy) => void;
  /** Gives the blocks of a chain back. */
  readonly free: (first: number) => void;
  /** Whether any event has come with a `seq`. */
  readonly hasSeq: () => boolean;
}

/** No chains yet. */
export function createEventBlocks(): EventBlocks {
  let at = new Float64Array(size * 1024);
  let code = new Int32Array(size * 1024);
  let seq: Float64Array | undefined;
  let next = new Int32Array(1024);
  let used = 0;
  let unused = none;

  const claim = (): number => {
    let block = unused;
    if (block === none) {
      block = used;
      used += 1;
      if (block >= next.length) {
        next = grown(next, used);
        at = grown(at, next.length * size);
        code = grown(code, next.length * size);
        if (seq !== undefined) seq = grown(seq, next.length * size);
      }
    } else unused = next[block] ?? none;
    next[block] = none;
    return block;
  };

  return {
    begin: claim,
    add(last, count, moment, event, number) {
      const place = count % size;
      let block = last;
      if (place === 0 && count > 0) {
        block = claim();
        next[last] = block;
      }
      const index = block * size + place;
      at[index] = moment;
      code[index] = event;
      if (seq !== undefined) seq[index] = number;
      else if (!Number.isNaN(number)) {
        seq = new Float64Array(at.length).fill(Number.NaN);
        seq[index] = number;
      }
      return block;
    },
    copy(first, count, to) {
      let block = first;
      for (let copied = 0; copied < count; copied += size) {
        const from = block * size;
        const here = Math.min(size, count - copied);
        for (let place = 0; place < here; place += 1) {
          to.at[copied + place] = at[from + place] ?? 0;
          to.code[copied + place] = code[from + place] ?? 0;
        }
        if (seq !== undefined) to.seq.set(seq.subarray(from, from + here), copied);
        block = next[block] ?? none;
      }
    },
    free(first) {
      let block = first;
      while (block !== none) {
        const following = next[block] ?? none;
        next[block] = unused;
        unused = block;
        block = following;
      }
    },
    hasSeq: () => seq !== undefined,
  };
}
