import type { BranchOn } from '../../script/script.ts';
import { isUnknown } from '../../script/values.ts';
import { errorOf, otherErrorsOf, type Action, type Condition } from './action.ts';
import { comparisonOf, metricName, whenOf, whenOfMetric } from './comparison.ts';
import { caseMarks, marksOf, type Draft } from '../draft.ts';
import { errorSlot } from './error-slot.ts';
import type { FlowContext } from './flow-context.ts';
import { queueReference } from './target-queues.ts';
import { referenceOf } from './references.ts';
import { numberBelow, scalarBelow, textBelow } from '../tree-values.ts';

interface BranchParts {
  readonly on: BranchOn;
  readonly title?: string | undefined;
  /** Where what it looks at is written. */
  readonly onAt?: ReturnType<typeof scalarBelow>;
  readonly when: (condition: Condition, index: number) => string;
  /** True when the cases leave nothing over. */
  readonly isComplete?: boolean;
}

function branchDraft(action: Action, context: FlowContext, parts: BranchParts): readonly Draft[] {
  const id = context.idOf(action);
  const noMatch = errorOf(action, 'NoMatchingCondition');
  const otherwise = noMatch?.link ?? (parts.isComplete === true ? undefined : action.next);
  const error = errorSlot(context, id, 'error', otherErrorsOf(action, 'NoMatchingCondition'));
  const marks = marksOf(
    [
      [['on'], parts.onAt],
      [['otherwise'], otherwise?.at],
    ],
    caseMarks(action.conditions),
    error.marks,
  );
  return [
    {
      id,
      node: {
        kind: 'branch',
        title: parts.title,
        on: parts.on,
        cases: action.conditions.map((condition, index) => ({
          when: parts.when(condition, index),
          to: context.to(condition.link),
        })),
        otherwise: context.toOptional(otherwise),
        error: error.to,
      },
      marks,
    },
    ...error.drafts,
  ];
}

const covers = (action: Action, ...operands: readonly string[]): boolean =>
  operands.every((operand) =>
    action.conditions.some(
      (condition) => condition.operator === 'Equals' && condition.operand === operand,
    ),
  );

/** `Compare`: on an attribute, the language, the state of a queue, or what came out before. */
export function mapCompare(action: Action, context: FlowContext): readonly Draft[] {
  const { subject, on } = comparisonOf(action);
  const onAt = scalarBelow(action.parameters, 'ComparisonValue');
  if (on !== 'queue-metric') return branchDraft(action, context, { on, onAt, when: whenOf });
  return branchDraft(action, context, {
    on: { 'queue-status': context.queueSetAt(action).queue },
    onAt,
    when: (condition) => whenOfMetric(metricName(subject), condition),
  });
}

/** `CheckHoursOfOperation`: hours by their name, or those of the queue that is set. */
export function mapHours(action: Action, context: FlowContext): readonly Draft[] {
  const hours = referenceOf(action, 'HoursOfOperationId', 'Hours');
  const current = hours === undefined ? context.queueSetAt(action).queue : undefined;
  const states: ReadonlyMap<string, string> = new Map([
    ['True', 'open'],
    ['False', 'closed'],
  ]);
  return branchDraft(action, context, {
    title: hours?.name,
    on:
      current === undefined || isUnknown(current)
        ? {
            calendar:
              hours === undefined
                ? { unknown: 'the hours of the current queue' }
                : context.calendarOf(hours),
          }
        : { 'queue-status': current },
    onAt: scalarBelow(action.parameters, 'HoursOfOperationId'),
    when: (condition) =>
      (condition.operator === 'Equals' ? states.get(condition.operand) : undefined) ??
      whenOf(condition),
    isComplete: covers(action, 'True', 'False'),
  });
}

/** `CheckMetricData`: agents or callers of a queue, compared with numbers. */
export function mapMetric(action: Action, context: FlowContext): readonly Draft[] {
  const metric = textBelow(action.parameters, 'MetricType') ?? 'metric';
  const reference = queueReference(action);
  const { queue } =
    reference === undefined ? context.queueSetAt(action) : context.queueOf(reference);
  return branchDraft(action, context, {
    on: { 'queue-status': queue },
    onAt: scalarBelow(action.parameters, 'MetricType'),
    when: (condition) => whenOfMetric(metricName(metric), condition),
  });
}

/**
 * `DistributeByPercentage`: a number from 1 to 100 is drawn and compared with rising limits, so a
 * share is the distance between two of them.
 * https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-distributebypercentage.html
 */
export function mapShare(action: Action, context: FlowContext): readonly Draft[] {
  const limitOf = (condition: Condition | undefined) =>
    condition?.operator === 'NumberLessThan' && /^\d{1,3}$/.test(condition.operand)
      ? Number(condition.operand)
      : undefined;
  const shareOf = (condition: Condition, index: number) => {
    const limit = limitOf(condition);
    const before = index === 0 ? 1 : limitOf(action.conditions[index - 1]);
    return limit === undefined || before === undefined || limit < before
      ? whenOf(condition)
      : `${limit - before}%`;
  };
  return branchDraft(action, context, { on: 'share', when: shareOf });
}

/**
 * `Loop`: sends callers round as often as it says, then on once, and counts anew; a list goes round
 * once for each of its items.
 * https://docs.aws.amazon.com/connect/latest/APIReference/flow-control-actions-loop.html
 */
export function mapLoop(action: Action, context: FlowContext): readonly Draft[] {
  const written = textBelow(action.parameters, 'LoopCount');
  const count = numberBelow(action.parameters, 'LoopCount');
  const isCount = count !== undefined && Number.isInteger(count) && count <= 1000;
  const words: ReadonlyMap<string, string> = new Map([
    ['ContinueLooping', 'again'],
    ['DoneLooping', 'done'],
  ]);
  return branchDraft(action, context, {
    on: { loop: isCount ? count : { unknown: written ?? 'no count is set' } },
    onAt: scalarBelow(action.parameters, 'LoopCount'),
    when: (condition) => words.get(condition.operand) ?? whenOf(condition),
    isComplete: covers(action, 'ContinueLooping', 'DoneLooping'),
  });
}

/** `CheckOutboundCallStatus`, `CheckVoiceId`: what is known of the call itself. */
export function mapStatus(
  result: string,
): (action: Action, context: FlowContext) => readonly Draft[] {
  return (action, context) => branchDraft(action, context, { on: { result }, when: whenOf });
}
