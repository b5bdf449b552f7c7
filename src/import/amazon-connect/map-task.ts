import type { Unknown } from '../../script/values.ts';
import type { Action } from './action.ts';
import { marksOf, type Draft } from '../draft.ts';
import { errorSlot } from './error-slot.ts';
import type { FlowContext } from './flow-context.ts';
import { mapOpaque } from './map-opaque.ts';

/**
 * Something that the flow does without the caller noticing. `errorField` is `failure` for a look-up
 * that can fail on its own account, `error` where only the system itself can. With conditions it is
 * more than a task and stays opaque.
 */
export function mapTask(
  action: Action,
  context: FlowContext,
  task: string | Unknown,
  errorField: 'failure' | 'error' = 'error',
): readonly Draft[] {
  if (action.conditions.length > 0) return mapOpaque(action, context);
  const id = context.idOf(action);
  const error = errorSlot(context, id, errorField, action.errors);
  return [
    {
      id,
      node: {
        kind: 'task',
        task,
        selfService: false,
        success: context.to(action.next),
        [errorField]: error.to,
      },
      marks: [...marksOf([[['success'], action.next?.at]]), ...error.marks],
    },
    ...error.drafts,
  ];
}
