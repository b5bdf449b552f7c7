/**
 * The strongly connected components of a graph whose nodes are numbers, each after all those that it
 * leads to. Tarjan's algorithm (SIAM J. Comput. 1, 1972) with its own stack.
 */
export function componentsOf(
  roots: Iterable<number>,
  next: (node: number) => readonly number[],
): readonly (readonly number[])[] {
  const index = new Map<number, number>();
  const low = new Map<number, number>();
  const open = new Set<number>();
  const path: number[] = [];
  const components: number[][] = [];
  for (const root of roots) {
    if (index.has(root)) continue;
    const stack: { node: number; targets: readonly number[]; at: number }[] = [];
    const enter = (node: number) => {
      index.set(node, index.size);
      low.set(node, index.size - 1);
      path.push(node);
      open.add(node);
      stack.push({ node, targets: next(node), at: 0 });
    };
    const lower = (node: number, value: number) => {
      low.set(node, Math.min(low.get(node) ?? value, value));
    };
    enter(root);
    for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
      const target = frame.targets[frame.at];
      frame.at += 1;
      if (target === undefined) {
        stack.pop();
        const parent = stack.at(-1);
        const own = low.get(frame.node) ?? 0;
        if (parent !== undefined) lower(parent.node, own);
        if (own !== index.get(frame.node)) continue;
        const component = path.splice(path.lastIndexOf(frame.node));
        for (const node of component) open.delete(node);
        components.push(component);
      } else if (!index.has(target)) enter(target);
      else if (open.has(target)) lower(frame.node, index.get(target) ?? 0);
    }
  }
  return components;
}
