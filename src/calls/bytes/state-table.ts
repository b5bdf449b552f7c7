/** Numbers above 0 that are found by two numbers, as the state that follows another one by a token. */
export interface StateTable {
  /** What was put in for these two; 0 where nothing was. */
  readonly find: (state: number, token: number) => number;
  readonly put: (state: number, token: number, following: number) => void;
}

function placeOf(state: number, token: number): number {
  const mixed = Math.imul(state, 0x9e3779b1) ^ Math.imul(token, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

/** An empty table: open addressing over triples of the two numbers and what is found by them. */
export function createStateTable(): StateTable {
  let table = new Int32Array(3 << 12);
  let mask = (1 << 12) - 1;
  let size = 0;

  const insert = (state: number, token: number, following: number): void => {
    let place = placeOf(state, token) & mask;
    while (table[place * 3 + 2] !== 0) place = (place + 1) & mask;
    table[place * 3] = state;
    table[place * 3 + 1] = token;
    table[place * 3 + 2] = following;
  };
  const widen = (): void => {
    const before = table;
    mask = mask * 2 + 1;
    table = new Int32Array(3 * (mask + 1));
    for (let at = 0; at < before.length; at += 3) {
      const following = before[at + 2] ?? 0;
      if (following !== 0) insert(before[at] ?? 0, before[at + 1] ?? 0, following);
    }
  };

  return {
    find(state, token) {
      for (let place = placeOf(state, token) & mask; ; place = (place + 1) & mask) {
        const following = table[place * 3 + 2] ?? 0;
        if (following === 0) return 0;
        if (table[place * 3] === state && table[place * 3 + 1] === token) return following;
      }
    },
    put(state, token, following) {
      insert(state, token, following);
      size += 1;
      if (size * 2 > mask) widen();
    },
  };
}
