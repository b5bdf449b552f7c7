/** Tells things that share any name as one. */
export interface Joined {
  /** Joins all things with these names; gives the name of what they now are. */
  readonly join: (names: readonly string[]) => void;
  readonly nameOf: (name: string) => string;
}

/** Sets that grow together (R. E. Tarjan, "Efficiency of a good but not linear set union algorithm", 1975). */
export function joinedByName(): Joined {
  const parents = new Map<string, string>();
  const nameOf = (name: string): string => {
    let root = name;
    for (let up = parents.get(root); up !== undefined && up !== root; up = parents.get(root))
      root = up;
    for (let at = name; at !== root;) {
      const up = parents.get(at) ?? root;
      parents.set(at, root);
      at = up;
    }
    return root;
  };
  return {
    nameOf,
    join(names) {
      const [first, ...others] = names;
      if (first === undefined) return;
      for (const other of others) parents.set(nameOf(other), nameOf(first));
    },
  };
}
