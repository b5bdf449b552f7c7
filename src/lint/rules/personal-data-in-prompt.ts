import { saidPrompts } from '../../flow/said-prompts.ts';
import { personNumbers } from '../../prompt/number-of-person.ts';
import { textPath } from '../../prompt/prompt-words.ts';
import { defineRule } from '../rule.ts';

/** Every caller hears the number of one person's card or papers. */
export const personalDataInPrompt = defineRule({
  id: 'personal-data-in-prompt',
  severity: 'warning',
  summary: 'no prompt contains a personal number',
  source:
    'GDPR art. 4(1) and 5(1)(c); PCI DSS on the display of card numbers; check digits by ISO/IEC 7812-1 and by the rules of each number',
  messages: {
    number: {
      says: 'Every caller who comes to "{node}" hears a number that looks like a {kind} of one person.',
      help: 'Remove it, and let the call fill in what is only for one caller.',
    },
  },
  check({ flow, report }) {
    for (const { by, prompt, path, texts } of saidPrompts(flow)) {
      for (const { text, language } of texts) {
        const [number] = personNumbers(text);
        if (number === undefined) continue;
        const data = { node: by.id, kind: number.kind };
        const at = textPath(prompt, path, language);
        report({ message: 'number', data, at, confidential: true });
      }
    }
  },
});
