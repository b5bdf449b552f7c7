/** The part of a schema library's issue that a finding is made from. */
export interface SchemaIssue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
  readonly errors?: readonly (readonly SchemaIssue[])[];
  readonly values?: readonly unknown[];
  readonly expected?: string;
  readonly origin?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly note?: string;
  readonly options?: readonly unknown[];
}

/** True for an issue that our schemas put into words; what the library says speaks of its own types. */
export const isWorded = ({ message }: SchemaIssue): boolean =>
  !/^(?:Invalid input|Too (?:small|big): expected)/.test(message);

/** The values that could stand here, also those of a union that takes one of them or a list or map. */
export function choicesOf({ values, options, errors = [] }: SchemaIssue): readonly unknown[] {
  if (values !== undefined || options !== undefined) return values ?? options ?? [];
  return errors.flatMap(([only, another]) =>
    only === undefined || another !== undefined || only.path.length > 0 ? [] : choicesOf(only),
  );
}

/** The kinds of values that an issue expects: of a union, those that all of its branches ask for. */
export function expectedIn({ code, expected, errors = [] }: SchemaIssue): readonly string[] {
  if (code === 'invalid_type') return expected === undefined ? [] : [expected];
  if (code !== 'invalid_union') return [];
  const kinds = errors.map(([only]) => (only?.path.length === 0 ? expectedIn(only) : []));
  return kinds.some((kind) => kind.length === 0) ? [] : kinds.flat();
}

/**
 * What is wrong in the branch of a union that the value is nearest to: the one that got furthest tells the
 * cause. Nothing where no branch got beyond the value itself.
 */
export function nearestBranch({
  path,
  errors = [],
}: SchemaIssue): readonly SchemaIssue[] | undefined {
  const [nearest] = errors
    .filter((branch) =>
      branch.some((inner) => inner.path.length > 0 || inner.code === 'unrecognized_keys'),
    )
    .toSorted((a, b) => a.length - b.length);
  return nearest?.map((inner) => ({ ...inner, path: [...path, ...inner.path] }));
}
