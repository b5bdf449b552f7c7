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
