import { interDigitWait } from '../../../src/lint/rules/inter-digit-wait.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(interDigitWait, {
  valid: [
    {
      title: 'pauses of 2 to 5 seconds, and scripts that leave it to the platform',
      nodes: `
  a: {kind: collect, to: b, digits: {min: 2, max: 9, interDigit: 2s}}
  b: {kind: collect, to: c, digits: {min: 2, max: 9, interDigit: 5s}, noInput: {wait: 6s, to: a}}
  c: {kind: collect, to: a}`,
    },
    {
      title: 'long pauses where an end key, a fixed length or whole keys end the entry',
      nodes: `
  a: {kind: collect, to: b, digits: {min: 2, max: 9, end: "#", interDigit: 9s}}
  b: {kind: collect, to: c, digits: {min: 8, max: 8, interDigit: 9s}}
  c: {kind: menu, options: [{key: "11", to: a}, {key: "12", to: b}], interDigit: 9s}`,
    },
    {
      title: 'pauses where there is no second digit',
      head: 'defaults: {interDigit: 1s}',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: b}], interDigit: 1s}
  b: {kind: collect, to: a, digits: {max: 1, interDigit: 1s}}`,
    },
    {
      title: 'platforms with one time for both',
      nodes: `
  a: {kind: collect, origin: [x], to: a, digits: {interDigit: 5s}, noInput: {wait: 5s, to: a}}`,
    },
  ],
  invalid: [
    {
      title: 'entries that are cut short, and waits for nothing',
      nodes: `
  a: {kind: collect, to: b, digits: {min: 8, max: 8, interDigit: 1.5s}}
#                                                                ^^^^ inter-digit-wait cutShort
  b: {kind: collect, to: c, digits: {interDigit: 6s}}
#                                                ^^ inter-digit-wait waits
  c: {kind: menu, options: [{key: "1", to: a}, {key: "12", to: b}], interDigit: 9s}
#                                                                               ^^ inter-digit-wait waits`,
    },
    {
      title: 'a pause that is no shorter than the wait for the first key',
      nodes: `
  a: {kind: collect, to: a, digits: {interDigit: 4s}, noInput: {wait: 4s, to: a}}
#                                                ^^ inter-digit-wait notShorter`,
    },
    {
      title: 'a default once',
      head: `defaults: {interDigit: 1s}
#                      ^^ inter-digit-wait cutShort`,
      nodes: `
  a: {kind: collect, to: b}
  b: {kind: menu, options: [{key: "10", to: a}]}`,
    },
  ],
});
