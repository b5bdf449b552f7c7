/** A plain value without the fields that are set to nothing; what a vendor wrote stays as it is. */
export function withoutUndefined<T>(value: T): T {
  if (Array.isArray(value)) return value.map((item: unknown) => withoutUndefined(item)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const fields: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    const field = (value as Readonly<Record<string, unknown>>)[name];
    if (field === undefined) continue;
    const isPlain = name === 'raw' || typeof field !== 'object';
    const kept = isPlain ? field : withoutUndefined(field);
    // Names may be a vendor's own: one that every object has must stay a field.
    if (name === '__proto__') {
      Object.defineProperty(fields, name, {
        value: kept,
        enumerable: true,
        configurable: true,
        writable: true,
      });
    } else fields[name] = kept;
  }
  return fields as T;
}
