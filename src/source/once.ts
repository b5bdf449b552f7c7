/** Makes a value when it is first asked for, and keeps it: tables that many runs never look into. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
