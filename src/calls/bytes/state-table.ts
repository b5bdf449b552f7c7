/** The states of a trie: which one follows a state by a token. State 0 is the beginning. */
export interface StateTable {
  /** The state behind `state` by `token`; a new one where no path went so before. */
  readonly next: (state: number, token: number) => number;
  /** States besides the beginning. */
  readonly size: () => number;
}

function placeOf(state: number, token: number): number {
  const mixed = Math.imul(state, 0x9e3779b1) ^ Math.imul(token, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

/** An empty table: open addressing over triples of state, token and the state that follows. */
export function createStateTable(): StateTable {
  let table = new Int32Array(3 << 14);
  let mask = (1 << 14) - 1;
  let size = 0;

  const put = (entries: Int32Array, state: number, token: number, following: number): void => {
    let place = placeOf(state, token) & mask;
    while (entries[place * 3 + 2] !== 0) place = (place + 1) & mask;
    entries[place * 3] = state;
    entries[place * 3 + 1] = token;
    entries[place * 3 + 2] = following;
  };
  const widen = (): void => {
    const before = table;
    mask = mask * 2 + 1;
    table = new Int32Array(3 * (mask + 1));
    for (let at = 0; at < before.length; at += 3) {
      const following = before[at + 2] ?? 0;
      if (following !== 0) put(table, before[at] ?? 0, before[at + 1] ?? 0, following);
    }
  };

  return {
    next(state, token) {
      let place = placeOf(state, token) & mask;
      for (;;) {
        const at = place * 3;
        const following = table[at + 2] ?? 0;
        if (following === 0) break;
        if (table[at] === state && table[at + 1] === token) return following;
        place = (place + 1) & mask;
      }
      size += 1;
      put(table, state, token, size);
      if (size * 2 > mask) widen();
      return size;
    },
    size: () => size,
  };
}
