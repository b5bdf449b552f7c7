/** How the records of a log in JSON lie in it. */
export interface JsonLayout {
  /** The fields of a wrapper whose lists hold the records: `events` of `{"events": […]}`. */
  readonly lists: readonly string[];
  /** Whether text may stand before a value in its line. */
  readonly mayFollowText?: boolean | undefined;
}

function isWrapper(value: unknown, lists: readonly string[]): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    lists.some((name) => Object.hasOwn(value, name) && Array.isArray(Reflect.get(value, name)))
  );
}

const listsOf = (value: object, lists: readonly string[]): readonly unknown[] =>
  Object.entries(value).flatMap(([name, items]) =>
    lists.includes(name) && Array.isArray(items) ? (items as readonly unknown[]) : [],
  );

/** The records in a value: those of its lists where it is a wrapper, else itself. */
export function recordsIn(value: unknown, lists: readonly string[]): readonly unknown[] {
  return isWrapper(value, lists) ? listsOf(value, lists) : [value];
}
