import { personalDataInPrompt } from '../../../src/lint/rules/personal-data-in-prompt.ts';
import { testRule } from '../../support/test-rule.ts';

const rest = '\n  b: {kind: hangup}';

testRule(personalDataInPrompt, {
  valid: [
    {
      title: 'phone numbers, addresses and numbers whose check digits are wrong',
      nodes: `
  a: {kind: announcement, say: "Call 1 800 555 0142 or +44 1632 960177, write to help@example.com, 4539 1488 0343 6460, 111.444.777-36, 12345678A, 000-12-3456.", to: b}${rest}`,
    },
  ],
  invalid: [
    {
      title: 'cards, CPF, DNI and US social security numbers',
      nodes: `
  a: {kind: announcement, say: Your card is 4539 1488 0343 6467., to: b}
#                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ personal-data-in-prompt number
  b: {kind: menu, options: [{key: "1", say: {pt: "CPF 111.444.777-35"}, to: c}]}
#                                                ^^^^^^^^^^^^^^^^^^^^ personal-data-in-prompt number
  c: {kind: announcement, say: {recording: a.wav, text: DNI 12345678Z}, to: d}
#                                                       ^^^^^^^^^^^^^ personal-data-in-prompt number
  d: {kind: hangup, say: "Goodbye, 123-45-6789."}
#                        ^^^^^^^^^^^^^^^^^^^^^^^ personal-data-in-prompt number`,
    },
  ],
});
