import { fieldOf, type ScalarTree, type Tree } from '../source/tree.ts';

/**
 * The way to a value by the names of fields. It has an end, since every block of an import asks for many
 * values, and a list for each of them would cost more than the answer.
 */
export type Names = readonly [
  first?: string,
  second?: string,
  third?: string,
  fourth?: string,
  fifth?: string,
];

/** The value below these field names, or nothing. */
export function below(
  tree: Tree | undefined,
  first?: string,
  second?: string,
  third?: string,
  fourth?: string,
  fifth?: string,
): Tree | undefined {
  if (first === undefined) return tree;
  const here = fieldOf(tree, first)?.value;
  return second === undefined ? here : below(here, second, third, fourth, fifth);
}

/** The scalar below these field names; empty texts and nulls are none. */
export function scalarBelow(
  tree: Tree | undefined,
  first?: string,
  second?: string,
  third?: string,
  fourth?: string,
  fifth?: string,
): ScalarTree | undefined {
  const found = below(tree, first, second, third, fourth, fifth);
  return found?.kind === 'scalar' && found.value !== null && found.value !== '' ? found : undefined;
}

/** The same as text: the flow language writes numbers and booleans as texts, and not always. */
export function textBelow(
  tree: Tree | undefined,
  first?: string,
  second?: string,
  third?: string,
  fourth?: string,
  fifth?: string,
): string | undefined {
  const found = scalarBelow(tree, first, second, third, fourth, fifth);
  return found === undefined ? undefined : String(found.value);
}

/** A number of seconds, or a count, where one is written and not an expression for one. */
export function numberBelow(tree: Tree | undefined, ...names: Names): number | undefined {
  const text = textBelow(tree, ...names)?.trim();
  return text !== undefined && /^\d{1,6}(\.\d{1,3})?$/.test(text) ? Number(text) : undefined;
}

export function isTrue(text: string | undefined): boolean {
  return text?.toLowerCase() === 'true';
}

/** The items of a list; of anything else none. */
export function itemsOf(tree: Tree | undefined): readonly Tree[] {
  return tree?.kind === 'list' ? tree.items : [];
}

/** The fields of a map; of anything else none. */
export function fieldsOf(tree: Tree | undefined) {
  return tree?.kind === 'map' ? tree.fields : [];
}
