import type { NodeId } from '../../script/names.ts';
import { slotOf, type Slot } from '../exit-slot.ts';
import type { ErrorBranch } from './action.ts';
import type { FlowContext } from './flow-context.ts';

/** One exit for several errors. */
export function errorSlot(
  context: FlowContext,
  from: NodeId,
  field: 'error' | 'failure',
  errors: readonly ErrorBranch[],
): Slot {
  const ways = errors.map(({ type, at, link }) => ({ when: type, at, link }));
  return slotOf(context, from, field, 'what went wrong', ways);
}
