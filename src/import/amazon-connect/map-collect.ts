import { errorsOf, otherErrorsOf, type Action } from './action.ts';
import { marksOf, type Draft } from '../draft.ts';
import { slotOf } from '../exit-slot.ts';
import { errorSlot } from './error-slot.ts';
import type { FlowContext } from './flow-context.ts';
import { readPrompt } from './read-prompt.ts';
import { silenceCheckOf, timeoutBehind } from './stored-menu.ts';
import { below, numberBelow, textBelow } from '../tree-values.ts';

/** Ends an entry where the flow names no other key. */
const defaultEndKey = '#';

/**
 * An input that stores what callers enter. Who enters nothing goes on like everybody else, with the
 * word `Timeout` stored: straight to where the comparison behind sends that word, if there is one.
 */
export function mapCollect(action: Action, context: FlowContext): readonly Draft[] {
  const { parameters, next } = action;
  const id = context.idOf(action);
  const { say, at } = readPrompt(action);
  const custom = below(parameters, 'InputValidation', 'CustomValidation', 'MaximumLength');
  const max = numberBelow(parameters, 'InputValidation', 'CustomValidation', 'MaximumLength');
  const isPhone = below(parameters, 'InputValidation', 'PhoneNumberValidation') !== undefined;
  const end = textBelow(parameters, 'DTMFConfiguration', 'InputTerminationSequence');
  const check = silenceCheckOf(action, context.actionAt);
  const timeout = check?.timeout ?? timeoutBehind(action, context.actionAt);
  const silent = timeout?.link ?? next;
  const entered = check?.otherwise?.link ?? next;
  const invalid = errorsOf(action, 'InvalidPhoneNumber').map(({ type, at: typeAt, link }) => ({
    when: type,
    at: typeAt,
    link,
  }));
  const noMatch = slotOf(context, id, 'noMatch', 'what went wrong', invalid, invalid.at(-1));
  const failures = [
    ...otherErrorsOf(action, 'InvalidPhoneNumber'),
    ...(check === undefined ? [] : otherErrorsOf(check.compare, 'NoMatchingCondition')),
  ];
  const error = errorSlot(context, id, 'error', failures);
  const marks = marksOf([
    [['say'], at],
    [['digits', 'max'], custom],
    [['to'], entered?.at],
    [['noInput'], timeout?.at ?? below(parameters, 'InputTimeLimitSeconds')],
    [['noInput', 'wait'], below(parameters, 'InputTimeLimitSeconds')],
    [['noInput', 'to'], silent?.at],
    [['noMatch'], invalid[0]?.at],
  ]);
  return [
    {
      id,
      node: {
        kind: 'collect',
        say,
        digits: {
          max: max !== undefined && Number.isInteger(max) && max >= 1 ? max : undefined,
          end: end !== undefined && /^[0-9*#]{1,8}$/.test(end) ? end : defaultEndKey,
          interDigit: numberBelow(parameters, 'DTMFConfiguration', 'InterdigitTimeLimitSeconds'),
        },
        sensitive: below(parameters, 'InputEncryption') === undefined ? undefined : true,
        data: isPhone ? 'phone' : undefined,
        origin: check === undefined ? undefined : [action.id, check.compare.id],
        to: context.to(entered),
        noInput: {
          wait: numberBelow(parameters, 'InputTimeLimitSeconds'),
          attempts: 1,
          to: context.toOptional(silent),
        },
        noMatch: invalid.length === 0 ? undefined : { attempts: 1, to: noMatch.to },
        error: error.to,
      },
      marks: [
        ...marks,
        ...noMatch.marks.map((mark) => ({ ...mark, path: ['noMatch', 'to'] })),
        ...error.marks,
      ],
    },
    ...noMatch.drafts,
    ...error.drafts,
  ];
}
