import type { CallFlow } from './call-flow.ts';

/** The attributes that the entries, the options and the tasks of a script set, and to what. */
export function setAttributes(flow: CallFlow): ReadonlyMap<string, ReadonlySet<string>> {
  const setting = flow.nodes.flatMap(({ node }) => {
    if (node.kind === 'menu') return node.options;
    return node.kind === 'task' ? [node] : [];
  });
  const attributes = new Map<string, Set<string>>();
  for (const { set = {} } of [...flow.script.entries, ...setting]) {
    for (const [name, value] of Object.entries(set)) {
      const values = attributes.get(name);
      if (values === undefined) attributes.set(name, new Set([value]));
      else values.add(value);
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
