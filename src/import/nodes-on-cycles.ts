interface Visit<Id> {
  readonly id: Id;
  readonly targets: readonly Id[];
  next: number;
}

/**
 * The nodes from which a way leads back to themselves: those of strongly connected components, by
 * Tarjan's algorithm (SIAM Journal on Computing 1, 1972) with a stack of its own. Time is linear in
 * nodes and ways.
 */
export function nodesOnCycles<Id>(
  ids: Iterable<Id>,
  targetsOf: (id: Id) => readonly Id[],
): ReadonlySet<Id> {
  const order = new Map<Id, number>();
  const lowest = new Map<Id, number>();
  const open: Id[] = [];
  const isOpen = new Set<Id>();
  const found = new Set<Id>();
  const visits: Visit<Id>[] = [];
  const begin = (id: Id) => {
    order.set(id, order.size);
    lowest.set(id, order.size - 1);
    open.push(id);
    isOpen.add(id);
    const targets = targetsOf(id);
    if (targets.includes(id)) found.add(id);
    visits.push({ id, targets, next: 0 });
  };
  const lower = (id: Id, to: number | undefined) => {
    lowest.set(id, Math.min(lowest.get(id) ?? 0, to ?? 0));
  };
  const end = (id: Id) => {
    if (lowest.get(id) !== order.get(id)) return;
    const from = open.lastIndexOf(id);
    const component = open.splice(from);
    for (const one of component) {
      isOpen.delete(one);
      if (component.length > 1) found.add(one);
    }
  };
  for (const root of ids) {
    if (order.has(root)) continue;
    begin(root);
    for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
      if (visit.next < visit.targets.length) {
        const to = visit.targets[visit.next] as Id;
        visit.next += 1;
        if (!order.has(to)) begin(to);
        else if (isOpen.has(to)) lower(visit.id, order.get(to));
        continue;
      }
      visits.pop();
      const above = visits.at(-1);
      if (above !== undefined) lower(above.id, lowest.get(visit.id));
      end(visit.id);
    }
  }
  return found;
}
