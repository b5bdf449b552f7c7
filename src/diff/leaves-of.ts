import { isUnknown } from '../script/values.ts';
import type { Path } from '../source/tree.ts';

/** A value of a document that has no parts, as text, with the way to it. */
export interface Leaf {
  readonly path: Path;
  readonly text: string;
}

const isPlain = (value: unknown): boolean => typeof value !== 'object' || value === null;

/** Text of a value whose parts nobody looks at one by one; nothing where they are. */
function textOf(value: unknown): string | undefined {
  if (isUnknown(value)) return `unknown: ${value.unknown}`;
  if (Array.isArray(value)) return value.every(isPlain) ? value.map(String).join(', ') : undefined;
  return isPlain(value) ? String(value) : undefined;
}

/**
 * The leaves of a plain value, fields in the order of the alphabet, so that the order in which they
 * were written tells nothing. A list of plain values is one leaf; what is undefined is none. Without
 * recursion. `skip` leaves out a field and all below it.
 */
export function leavesOf(
  value: object,
  skip: (name: string | number, path: Path) => boolean = () => false,
): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const waiting: { readonly path: Path; readonly value: unknown }[] = [{ path: [], value }];
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
    const { path } = here;
    const text = path.length === 0 ? undefined : textOf(here.value);
    if (text !== undefined) {
      leaves.push({ path, text });
      continue;
    }
    const parts: [string | number, unknown][] = Array.isArray(here.value)
      ? here.value.map((part, index) => [index, part])
      : Object.entries(here.value as object).sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [name, part] of parts.reverse()) {
      if (part !== undefined && !skip(name, path))
        waiting.push({ path: [...path, name], value: part });
    }
  }
  return leaves;
}
