import type { Path } from '../source/tree.ts';
import type { Script } from './script.ts';

/** A text of a script, with the way to it. */
export interface TextIn {
  readonly text: string;
  readonly path: Path;
}

/**
 * Every text that stands anywhere in a script, also in what an import kept of a vendor's file, in the
 * order of the script. Goes through the values without recursion, however deep they are.
 */
export function textsIn(script: Script): readonly TextIn[] {
  const found: TextIn[] = [];
  const waiting: { readonly value: unknown; readonly path: Path }[] = [{ value: script, path: [] }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, path } = next;
    if (typeof value === 'string') found.push({ text: value, path });
    if (typeof value !== 'object' || value === null) continue;
    const below = Array.isArray(value)
      ? value.map((item: unknown, index) => ({ value: item, path: [...path, index] }))
      : Object.entries(value).map(([name, item]: [string, unknown]) => ({
          value: item,
          path: [...path, name],
        }));
    waiting.push(...below.reverse());
  }
  return found;
}
