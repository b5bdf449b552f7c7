/** A plain value without the fields that are set to nothing; what a vendor wrote stays as it is. */
export function withoutUndefined<T>(value: T): T {
  if (Array.isArray(value)) return value.map((item: unknown) => withoutUndefined(item)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .map(([name, field]: [string, unknown]) => [
        name,
        name === 'raw' ? field : withoutUndefined(field),
      ]),
  ) as T;
}
