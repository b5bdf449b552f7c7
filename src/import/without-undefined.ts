const nothing: Readonly<Record<string, unknown>> = {};

/** Names may be a vendor's own: one that every object has must stay a field. */
function setField(fields: Record<string, unknown>, name: string, value: unknown): void {
  if (name === '__proto__') {
    Object.defineProperty(fields, name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  } else fields[name] = value;
}

/**
 * A plain value without the fields that are set to nothing, or with those of `instead` for them; what
 * a vendor wrote stays as it is.
 */
export function withoutUndefined<T>(value: T, instead = nothing): T {
  if (Array.isArray(value)) return value.map((item: unknown) => withoutUndefined(item)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const given = value as Readonly<Record<string, unknown>>;
  const fields: Record<string, unknown> = {};
  for (const name of Object.keys(given)) {
    const own = given[name];
    const field = own === undefined ? instead[name] : own;
    if (field === undefined) continue;
    const isPlain = name === 'raw' || typeof field !== 'object';
    setField(fields, name, isPlain ? field : withoutUndefined(field));
  }
  for (const name of Object.keys(instead)) {
    if (!Object.hasOwn(given, name)) setField(fields, name, instead[name]);
  }
  return fields as T;
}
