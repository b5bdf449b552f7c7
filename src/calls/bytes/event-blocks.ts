import { grown } from './grown.ts';

/** Events in a block: most calls take two or three blocks. */
const size = 8;
const none = -1;

/**
 * The events of all open calls, in chains of small blocks that are used again, so that a hundred
 * thousand calls cost no objects. An event is its moment and the number of its token.
 */
export interface EventBlocks {
  /** Begins a chain and returns its first block. */
  readonly begin: () => number;
  /** Adds an event behind `count` others; returns the block that it went to, the chain's last. */
  readonly add: (last: number, count: number, at: number, token: number) => number;
  /** Copies a chain of `count` events and gives its blocks back. */
  readonly take: (first: number, count: number, at: Float64Array, token: Int32Array) => void;
}

/** No chains yet. */
export function createEventBlocks(): EventBlocks {
  let at = new Float64Array(size * 1024);
  let token = new Int32Array(size * 1024);
  let next = new Int32Array(1024);
  let used = 0;
  let free = none;

  const claim = (): number => {
    let block = free;
    if (block === none) {
      block = used;
      used += 1;
      if (block >= next.length) {
        next = grown(next, used);
        at = grown(at, next.length * size);
        token = grown(token, next.length * size);
      }
    } else free = next[block] ?? none;
    next[block] = none;
    return block;
  };

  return {
    begin: claim,
    add(last, count, moment, code) {
      const place = count % size;
      let block = last;
      if (place === 0 && count > 0) {
        block = claim();
        next[last] = block;
      }
      at[block * size + place] = moment;
      token[block * size + place] = code;
      return block;
    },
    take(first, count, moments, codes) {
      let block = first;
      let copied = 0;
      for (;;) {
        const from = block * size;
        const here = Math.min(size, count - copied);
        for (let place = 0; place < here; place += 1) {
          moments[copied + place] = at[from + place] ?? 0;
          codes[copied + place] = token[from + place] ?? 0;
        }
        copied += here;
        const following = next[block] ?? none;
        next[block] = free;
        free = block;
        if (following === none) return;
        block = following;
      }
    },
  };
}
