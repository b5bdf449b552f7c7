import type { NodeId } from '../../script/names.ts';
import { sharedSlot, slotOf, type Slot } from '../exit-slot.ts';
import type { ErrorBranch } from './action.ts';
import type { FlowContext } from './flow-context.ts';

/**
 * One exit for several errors. `NoMatchingError` takes what has no branch of its own, else the branch
 * that is written last.
 */
export function errorSlot(
  context: FlowContext,
  from: NodeId,
  field: 'error' | 'failure',
  errors: readonly ErrorBranch[],
): Slot {
  const shared = sharedSlot(context, field, errors);
  if (shared !== undefined) return shared;
  const ways = errors.map(({ type, at, link }) => ({ when: type, at, link }));
  const common = ways.find(({ when }) => when === 'NoMatchingError') ?? ways.at(-1);
  return slotOf(context, from, field, 'what went wrong', ways, common);
}
