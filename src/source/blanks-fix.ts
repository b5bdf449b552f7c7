import type { Fix } from './tree-edit.ts';
import type { Path, Tree } from './tree.ts';

/** The fix for a value that only blanks before or behind it can make wrong. */
export function blanksFix(value: Tree | undefined, at: Path): Fix | undefined {
  const text = value?.kind === 'scalar' ? value.value : undefined;
  if (typeof text !== 'string') return undefined;
  const words = text.trim();
  if (words === '' || words === text) return undefined;
  return {
    description: `Remove the blanks around "${words}"`,
    edits: [{ edit: 'set', at, value: words }],
  };
}
