import type { Unknown } from '../../script/values.ts';
import type { Action } from './action.ts';
import { marksOf, type Draft } from '../draft.ts';
import { errorSlot } from './error-slot.ts';
import type { FlowContext } from './flow-context.ts';
import { mapOpaque } from './map-opaque.ts';

interface TaskParts {
  readonly task: string | Unknown;
  /** `failure` for a look-up that can fail on its own account, `error` where only the system can. */
  readonly errorField?: 'failure' | 'error';
  /** Attributes of the call that it sets to what is written. */
  readonly set?: Readonly<Record<string, string>> | undefined;
}

/** Something that the flow does without the caller noticing. With conditions it is more, and stays opaque. */
export function mapTask(
  action: Action,
  context: FlowContext,
  { task, errorField = 'error', set }: TaskParts,
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
        set,
        success: context.to(action.next),
        [errorField]: error.to,
      },
      marks: [...marksOf([[['success'], action.next?.at]]), ...error.marks],
    },
    ...error.drafts,
  ];
}
