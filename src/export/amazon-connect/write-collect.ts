import type { NodeId } from '../../script/names.ts';
import type { NodeOfKind } from '../../script/script.ts';
import { equals, type BlockKey } from './block.ts';
import { speak, type Message } from './prompts.ts';
import { heardOut, inputSeconds, writeAttempts } from './write-asking.ts';
import type { Writing } from './writing.ts';

/** What Amazon Connect stores at most where nothing is said. */
const defaultLength = 20;

function tellLosses(w: Writing, id: NodeId, { digits, sensitive }: NodeOfKind<'collect'>): void {
  if ((digits?.min ?? 1) > 1) {
    const message = `Amazon Connect can't ask "${id}" again for too few digits: any number of them goes on.`;
    const help = 'Check the length in the function that takes the digits.';
    w.tell('exported-otherwise', id, ['digits', 'min'], message, help);
  }
  if (sensitive === true) {
    const message = `What callers enter at "${id}" is secret, and the flow has no key to encrypt it with.`;
    const help =
      'Turn on "Encrypt entry" in this block and choose the key before you publish the flow.';
    w.tell('exported-otherwise', id, ['sensitive'], message, help, 'warning');
  }
}

/** Digits are stored; who enters none has stored the word `Timeout`. */
export function writeCollect(w: Writing, id: NodeId, node: NodeOfKind<'collect'>): void {
  tellLosses(w, id, node);
  const { digits, say } = node;
  const error = w.to(node.error);
  const prompts = say === undefined ? [] : [{ prompt: say, path: ['say'] }];
  const interDigit = digits?.interDigit ?? node.noInput?.wait;
  writeAttempts(w, id, node, ({ key: start, silent }) => {
    const ask = (key: BlockKey, message: Message) => {
      const check = `${key}/check`;
      w.add({
        key,
        type: 'GetParticipantInput',
        ...message,
        parameters: {
          ...message.parameters,
          StoreInput: 'True',
          InputTimeLimitSeconds: inputSeconds(w, id, node),
          InputValidation: {
            CustomValidation: { MaximumLength: String(digits?.max ?? defaultLength) },
          },
          DTMFConfiguration: {
            InputTerminationSequence: digits?.end ?? '#',
            DisableCancelKey: 'False',
            ...(interDigit === undefined
              ? {}
              : {
                  InterdigitTimeLimitSeconds: String(
                    Math.min(20, Math.max(1, Math.round(interDigit))),
                  ),
                }),
          },
        },
        next: check,
        errors: [['NoMatchingError', error]],
      });
      w.add({
        key: check,
        type: 'Compare',
        parameters: { ComparisonValue: '$.StoredCustomerInput' },
        conditions: [equals('Timeout', silent)],
        errors: [['NoMatchingCondition', w.to(node.to)]],
      });
    };
    speak(w, id, start, prompts, heardOut(w, node, ask), error);
  });
}
