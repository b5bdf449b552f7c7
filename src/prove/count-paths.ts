import type { Maze } from './maze.ts';

/**
 * How many ways lead through a maze from an entry to an end. A way that comes back to a spot that it
 * is on its way from is cut there and not counted. Depth first without recursion, each spot once;
 * whole numbers of any size, for they double with every menu.
 */
export function countPaths({ passages, entrances }: Maze): bigint {
  const counts = new Map<number, bigint>();
  const onWay = new Set<number>();
  let all = 0n;
  for (const { spot: root, end } of entrances) {
    if (end !== undefined) {
      all += 1n;
      continue;
    }
    const stack = [{ spot: root, next: 0, sum: 0n }];
    onWay.add(root);
    for (let here = stack.at(-1); here !== undefined; here = stack.at(-1)) {
      const known = counts.get(here.spot);
      const passage = known === undefined ? passages[here.spot]?.[here.next] : undefined;
      here.next += 1;
      if (passage === undefined) {
        const sum = known ?? here.sum;
        counts.set(here.spot, sum);
        onWay.delete(here.spot);
        stack.pop();
        const before = stack.at(-1);
        if (before === undefined) all += sum;
        else before.sum += sum;
      } else if (passage.end !== undefined) here.sum += 1n;
      else if (!onWay.has(passage.to)) {
        onWay.add(passage.to);
        stack.push({ spot: passage.to, next: 0, sum: 0n });
      }
    }
  }
  return all;
}
