import type { Source } from '../../source/source.ts';
import { treeAt, type Path, type Tree } from '../../source/tree.ts';

/** How a value is written around a scalar: inside brackets other characters need quotes. */
export type ScalarContext = 'json' | 'brackets' | 'lines';

/** The context of what stands, or is to stand, at a path. */
export function scalarContext(source: Source, tree: Tree, path: Path): ScalarContext {
  const isJson = source.text[tree.start] === '{' && !/\.ya?ml$/i.test(source.path);
  if (isJson) return 'json';
  const isBracketed = path.some((_, index) => {
    const around = treeAt(tree, path.slice(0, index));
    return around !== undefined && '{['.includes(source.text[around.start] ?? ' ');
  });
  const own = treeAt(tree, path);
  const inBrackets = own?.kind === 'map' && source.text[own.start] === '{';
  return isBracketed || inBrackets ? 'brackets' : 'lines';
}
