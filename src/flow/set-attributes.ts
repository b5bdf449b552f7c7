import { oncePerFlow } from './once-per-flow.ts';

/** The attributes that the entries, the options and the tasks of a script set, and to what. */
export const setAttributes = oncePerFlow((flow): ReadonlyMap<string, ReadonlySet<string>> => {
  const attributes = new Map<string, Set<string>>();
  const add = (set: Readonly<Record<string, string>> | undefined): void => {
    if (set === undefined) return;
    for (const [name, value] of Object.entries(set)) {
      const values = attributes.get(name);
      if (values === undefined) attributes.set(name, new Set([value]));
      else values.add(value);
    }
  };
  for (const { set } of flow.script.entries) add(set);
  for (const { node } of flow.nodes) {
    if (node.kind === 'menu') for (const { set } of node.options) add(set);
    else if (node.kind === 'task') add(node.set);
  }
  return attributes;
});

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
