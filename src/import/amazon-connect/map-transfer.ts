import { errorsOf, otherErrorsOf, type Action } from './action.ts';
import { marksOf, type Draft } from '../draft.ts';
import { errorSlot } from './error-slot.ts';
import type { FlowContext } from './flow-context.ts';
import { hasExpression } from './references.ts';
import { isTrue, numberBelow, scalarBelow, textBelow } from '../tree-values.ts';

/** `TransferParticipantToThirdParty`: an outside number; the call comes back only where it says so. */
export function mapTransfer(action: Action, context: FlowContext): readonly Draft[] {
  const { parameters, next } = action;
  const id = context.idOf(action);
  const number = textBelow(parameters, 'ThirdPartyPhoneNumber');
  const failed = ['CallFailed', 'ConnectionTimeLimitExceeded'];
  const failure = errorSlot(context, id, 'failure', errorsOf(action, ...failed));
  const error = errorSlot(context, id, 'error', otherErrorsOf(action, ...failed));
  const returns = isTrue(textBelow(parameters, 'ContinueFlowExecution'));
  const marks = marksOf([
    [['number'], scalarBelow(parameters, 'ThirdPartyPhoneNumber')],
    [['wait'], scalarBelow(parameters, 'ThirdPartyConnectionTimeLimitSeconds')],
    [['to'], returns ? next?.at : undefined],
  ]);
  return [
    {
      id,
      node: {
        kind: 'transfer',
        number:
          number === undefined
            ? { unknown: 'no number is set' }
            : hasExpression(number)
              ? { unknown: number }
              : number,
        wait: numberBelow(parameters, 'ThirdPartyConnectionTimeLimitSeconds'),
        to: returns ? context.toOptional(next) : undefined,
        failure: failure.to,
        error: error.to,
      },
      marks: [...marks, ...failure.marks, ...error.marks],
    },
    ...failure.drafts,
    ...error.drafts,
  ];
}
