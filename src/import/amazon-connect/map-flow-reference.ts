import { nameFrom } from '../../script/names.ts';
import type { Unknown } from '../../script/values.ts';
import { errorOf, otherErrorsOf, type Action } from './action.ts';
import { whenOf } from './comparison.ts';
import { marksOf, type Draft } from '../draft.ts';
import { slotOf } from '../exit-slot.ts';
import { errorSlot } from './error-slot.ts';
import type { FlowContext } from './flow-context.ts';
import { referenceOf, type Reference } from './references.ts';
import { scalarBelow } from '../tree-values.ts';

/** Another flow by the id that its own import gives it. */
function scriptOf(reference: Reference | undefined): string | Unknown {
  if (reference === undefined) return { unknown: 'no flow is chosen' };
  return reference.name === undefined
    ? { unknown: reference.expression }
    : nameFrom(reference.name, reference.name);
}

/** `TransferToFlow`: the call goes on in another flow and stays there. */
export function mapTransferToFlow(action: Action, context: FlowContext): readonly Draft[] {
  const id = context.idOf(action);
  const reference = referenceOf(action, 'ContactFlowId', 'ContactFlow', 'contactFlow');
  const error = errorSlot(context, id, 'error', action.errors);
  const marks = marksOf([[['script'], scalarBelow(action.parameters, 'ContactFlowId')]]);
  return [
    {
      id,
      node: {
        kind: 'subflow',
        title: reference?.name,
        script: scriptOf(reference),
        error: error.to,
      },
      marks: [...marks, ...error.marks],
    },
    ...error.drafts,
  ];
}

/** `InvokeFlowModule`: the call comes back, by one way or by one for each result. */
export function mapModule(action: Action, context: FlowContext): readonly Draft[] {
  const id = context.idOf(action);
  const reference = referenceOf(action, 'FlowModuleId', 'contactFlowModule', 'ContactFlow');
  const noMatch = errorOf(action, 'NoMatchingCondition');
  const error = errorSlot(context, id, 'error', otherErrorsOf(action, 'NoMatchingCondition'));
  const results = action.conditions.map((condition) => ({
    when: whenOf(condition),
    at: condition.at,
    link: condition.link,
  }));
  const { next } = action;
  const rest = [
    ...(next === undefined || (results.length > 0 && noMatch !== undefined)
      ? []
      : [{ when: 'done', at: next.at, link: next }]),
    ...(noMatch === undefined ? [] : [{ when: noMatch.type, at: noMatch.at, link: noMatch.link }]),
  ];
  const ways = [...results, ...rest];
  const to = slotOf(context, id, 'to', 'how the module ended', ways, ways.at(-1));
  const marks = marksOf([[['script'], scalarBelow(action.parameters, 'FlowModuleId')]]);
  return [
    {
      id,
      node: {
        kind: 'subflow',
        title: reference?.name,
        script: scriptOf(reference),
        to: to.to,
        error: error.to,
      },
      marks: [...marks, ...to.marks, ...error.marks],
    },
    ...to.drafts,
    ...error.drafts,
  ];
}
