import type { NodeOfKind } from './script.ts';
import { valueOf, type Tree } from '../source/tree.ts';
import type { PlainReader } from '../source/plain-reader.ts';

type Json = Exclude<NodeOfKind<'opaque'>['raw'], undefined>;

/** What a vendor's file holds, as it is. Nothing where the schema may think of it otherwise. */
export const plainJson: PlainReader<Json> = (tree) => {
  const waiting: Tree[] = [tree];
  for (const here of waiting) {
    if (here.kind === 'scalar') {
      if (typeof here.value === 'number' && !Number.isFinite(here.value)) return undefined;
    } else if (here.kind === 'list') for (const item of here.items) waiting.push(item);
    else
      for (const { name, value } of here.fields) {
        if (name === '__proto__') return undefined;
        waiting.push(value);
      }
  }
  return valueOf(tree) as Json;
};
