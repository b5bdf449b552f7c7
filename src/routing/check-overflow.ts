import type { Directory } from './directory.ts';
import type { DirectoryProblem } from './directory-finding.ts';

/** More queues than this on one loop are not listed one by one. */
const mostNamed = 6;

/**
 * Overflow that leads back to a queue which the caller has waited in: once for each queue that is
 * come back to. Depth first without recursion, in the order of writing; O(queues + overflows).
 */
function findLoops(directory: Directory): readonly DirectoryProblem[] {
  const problems: DirectoryProblem[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const told = new Set<string>();
  const queues = new Map(Object.entries(directory.queues));
  for (const root of queues.keys()) {
    if (state.has(root)) continue;
    state.set(root, 'open');
    const way = [{ id: root, next: 0 }];
    for (let here = way.at(-1); here !== undefined; here = way.at(-1)) {
      const index = here.next;
      const target = queues.get(here.id)?.overflow?.[index];
      here.next += 1;
      if (target === undefined) {
        state.set(here.id, 'done');
        way.pop();
      } else if (!state.has(target.to)) {
        state.set(target.to, 'open');
        way.push({ id: target.to, next: 0 });
      } else if (state.get(target.to) === 'open' && !told.has(target.to)) {
        told.add(target.to);
        const loop = way.slice(way.findIndex(({ id }) => id === target.to)).map(({ id }) => id);
        problems.push(loopProblem(here.id, index, loop));
      }
    }
  }
  return problems;
}

function loopProblem(from: string, index: number, loop: readonly string[]): DirectoryProblem {
  const to = loop[0] ?? from;
  const more = loop.length > mostNamed ? [`… (${loop.length - mostNamed} more)`] : [];
  const way = [...loop.slice(0, mostNamed), ...more, to].join(' → ');
  return {
    ruleId: 'overflow-loop',
    severity: 'warning',
    message:
      loop.length === 1
        ? `Queue "${to}" overflows into itself, so callers whom nobody answers wait there again.`
        : `Callers whom nobody answers are sent in circles: ${way}.`,
    help: 'Let the last queue of the chain lead out: to a voicemail, a callback or an outside number.',
    data: { queue: from, loop: loop.slice(0, mostNamed), length: loop.length },
    at: ['queues', from, 'overflow', index, 'to'],
    related:
      loop.length === 1
        ? []
        : [{ message: 'the loop comes back to this queue', at: ['queues', to], aim: 'key' }],
  };
}

/** Steps of an overflow chain that no caller comes to, since a later one takes over no later. */
function findUnreached(directory: Directory): readonly DirectoryProblem[] {
  return Object.entries(directory.queues).flatMap(([id, { overflow = [] }]) => {
    let longest = -1;
    return overflow.flatMap(({ to, after }, index): readonly DirectoryProblem[] => {
      const before = longest;
      if (after === undefined) return [];
      longest = Math.max(longest, after);
      if (after > before) return [];
      return [
        {
          ruleId: 'overflow-order',
          severity: 'warning',
          message: `Callers of "${id}" should overflow into "${to}" after ${after} s, but an earlier step comes at ${before} s.`,
          help: 'Write the steps of an overflow chain in the order of their waits.',
          data: { queue: id, to, after, before },
          at: ['queues', id, 'overflow', index, 'after'],
        },
      ];
    });
  });
}

/** Loops in the overflow chains of queues, and steps of them out of order. */
export function checkOverflow(directory: Directory): readonly DirectoryProblem[] {
  return [...findLoops(directory), ...findUnreached(directory)];
}
