import { fieldOf, type Tree } from '../source/tree.ts';

/** True for a document that says of itself that it is a directory. */
export function isDirectoryTree(tree: Tree): boolean {
  const version = fieldOf(tree, 'directory')?.value;
  return version?.kind === 'scalar' && typeof version.value === 'number';
}
