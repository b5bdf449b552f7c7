import { callOrder } from '../flow/call-order.ts';
import type { CallFlow } from '../flow/call-flow.ts';
import type { NodeId } from '../script/names.ts';
import type { Reference } from './printout.ts';

/** Which number each node has, and how others refer to it. */
export interface ReadingNumbers {
  readonly reached: readonly NodeId[];
  readonly unreached: readonly NodeId[];
  readonly of: (id: NodeId) => number;
  readonly titleOf: (id: NodeId) => string;
  /** A way to a node from the section of that number; 0 before the first of them. */
  readonly reference: (
    way: { readonly to: string | undefined; readonly does?: 'repeat' | 'back' | undefined },
    from: number,
  ) => Reference;
}

/** `lost-and-stolen` as a heading: `Lost and stolen`. */
function humanise(id: string): string {
  const words = id.replaceAll('-', ' ');
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/** Numbers all nodes in the order in which a reader meets them, those that no call comes to behind. */
export function readingNumbers(flow: CallFlow): ReadingNumbers {
  const { reached, unreached } = callOrder(flow);
  const numbers = new Map<string, number>();
  for (const id of [...reached, ...unreached]) numbers.set(id, numbers.size + 1);
  const titleOf = (id: string): string => flow.byId.get(id)?.node.title ?? humanise(id);
  return {
    reached,
    unreached,
    of: (id) => numbers.get(id) ?? 0,
    titleOf,
    reference: ({ to, does }, from) => {
      if (does !== undefined) return { to: does === 'repeat' ? 'again' : 'back' };
      if (to === undefined) return { to: 'nowhere' };
      const number = numbers.get(to);
      if (number === undefined) return { to: 'missing', name: to };
      return { to: 'section', number, name: titleOf(to), isEarlier: number <= from };
    },
  };
}
