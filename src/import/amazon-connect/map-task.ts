import type { Unknown } from '../../script/values.ts';
import { isUnknown } from '../../script/values.ts';
import { errorOf, otherErrorsOf, type Action } from './action.ts';
import { whenOf } from './comparison.ts';
import { caseMarks, marksOf, type Draft } from '../draft.ts';
import type { Slot } from '../exit-slot.ts';
import { errorSlot } from './error-slot.ts';
import type { FlowContext } from './flow-context.ts';
import { numberBelow } from '../tree-values.ts';

interface TaskParts {
  readonly task: string | Unknown;
  /** `failure` for a look-up that can fail on its own account, `error` where only the system can. */
  readonly errorField?: 'failure' | 'error';
  /** Attributes of the call that it sets to what is written. */
  readonly set?: Readonly<Record<string, string>> | undefined;
  /** Seconds that it takes. */
  readonly duration?: number | undefined;
  /** The result that comes out when nothing special happens. */
  readonly usual?: string;
}

/** Where success leads: on, or to a branch on what came out. */
function resultSlot(
  action: Action,
  context: FlowContext,
  { task, usual }: TaskParts,
): Slot & { readonly errors: Action['errors'] } {
  const { conditions, next } = action;
  const marks = marksOf([[['success'], next?.at]]);
  if (conditions.length === 0) {
    return { to: context.to(next), marks, drafts: [], errors: action.errors };
  }
  const id = context.freshId(`${context.idOf(action)}-result`);
  const usually = conditions.find(({ operand }) => operand === usual)?.link;
  const noMatch = errorOf(action, 'NoMatchingCondition');
  const otherwise = usually ?? noMatch?.link ?? next;
  const cases = conditions.map((condition) => ({
    when: whenOf(condition),
    to: context.to(condition.link),
  }));
  const on = { result: isUnknown(task) ? 'what came out' : task };
  const branch: Draft = {
    id,
    node: { kind: 'branch', on, cases, otherwise: context.toOptional(otherwise) },
    marks: marksOf(
      [
        [['otherwise'], otherwise?.at],
        [['otherwise'], noMatch?.link.at],
      ],
      caseMarks(conditions),
    ),
  };
  const errors =
    usually === undefined ? otherErrorsOf(action, 'NoMatchingCondition') : action.errors;
  return { to: id, marks, drafts: [branch], errors };
}

/**
 * Something that the flow does without the caller noticing. Where what comes out leads to different
 * places, a branch behind it tells them apart.
 */
export function mapTask(action: Action, context: FlowContext, parts: TaskParts): readonly Draft[] {
  const { task, errorField = 'error', set, duration } = parts;
  const id = context.idOf(action);
  const result = resultSlot(action, context, parts);
  const error = errorSlot(context, id, errorField, result.errors);
  return [
    {
      id,
      node: {
        kind: 'task',
        task,
        selfService: false,
        duration,
        set,
        success: result.to,
        [errorField]: error.to,
      },
      marks: marksOf([], result.marks, error.marks),
    },
    ...result.drafts,
    ...error.drafts,
  ];
}

/** `Wait`: nothing is said until the time is over, or until the other side does something. */
export function mapWait(action: Action, context: FlowContext): readonly Draft[] {
  const duration = numberBelow(action.parameters, 'TimeLimitSeconds');
  return mapTask(action, context, { task: 'wait', duration, usual: 'WaitCompleted' });
}
