import type { BadEnd, Move } from './move.ts';
import type { Reason } from './reason.ts';
import type { Here } from './routes.ts';

/** A bad end at this node; only possible where the way to it is only possible. */
export function badly(
  { spot }: Here,
  reason: Reason,
  more: Partial<Pick<BadEnd, 'queue' | 'number' | 'language' | 'sure'>> = {},
): BadEnd {
  return {
    ends: 'badly',
    reason,
    node: spot.node,
    ...more,
    sure: spot.sure && more.sure !== false,
  };
}

/** A move that the caller has no part in, possible in all worlds. */
export function byItself(to: Move['to'], actions: Move['actions'], seconds: Move['seconds']): Move {
  return { when: undefined, actions, effort: 0, seconds, to };
}
