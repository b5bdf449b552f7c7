/** Remembers answers by key. */
export function remembering<Value>(): (key: string, make: () => Value) => Value {
  const known = new Map<string, { readonly value: Value }>();
  return (key, make) => {
    const before = known.get(key);
    if (before !== undefined) return before.value;
    const value = make();
    known.set(key, { value });
    return value;
  };
}
