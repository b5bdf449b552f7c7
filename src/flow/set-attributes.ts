import type { CallFlow } from './call-flow.ts';

/** The attributes that the options of a script set, and to what. */
export function setAttributes(flow: CallFlow): ReadonlyMap<string, ReadonlySet<string>> {
  const attributes = new Map<string, Set<string>>();
  for (const { node } of flow.nodes) {
    if (node.kind !== 'menu') continue;
    for (const { set } of node.options) {
      for (const [name, value] of Object.entries(set ?? {})) {
        const values = attributes.get(name);
        if (values === undefined) attributes.set(name, new Set([value]));
        else values.add(value);
      }
    }
  }
  return attributes;
}

/** The first few of these names that are not among the others: enough to tell, whatever the size. */
export function fewWithout(
  names: Iterable<string>,
  others: { readonly has: (name: string) => boolean },
): readonly string[] {
  const most = 50;
  const few: string[] = [];
  for (const name of names) {
    if (few.length >= most) break;
    if (!others.has(name)) few.push(name);
  }
  return few;
}
