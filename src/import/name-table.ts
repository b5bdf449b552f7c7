/** Names that are given once each: a name that is taken gets a number behind it. */
export interface NameTable {
  take(wanted: string): string;
}

/** Names are the same for the same wishes in the same order. Constant time a name. */
export function createNameTable(): NameTable {
  const taken = new Set<string>();
  const nextNumbers = new Map<string, number>();
  return {
    take(wanted) {
      let name = wanted;
      let number = nextNumbers.get(wanted) ?? 2;
      while (taken.has(name)) {
        name = `${wanted}-${number}`;
        number += 1;
      }
      nextNumbers.set(wanted, number);
      taken.add(name);
      return name;
    },
  };
}
