import { transferNumber } from '../../../src/lint/rules/transfer-number.ts';
import { testRule } from '../../support/test-rule.ts';

const transferTo = (number: string, more = '') =>
  `\n  a: {kind: transfer, number: ${number}${more}}`;

testRule(transferNumber, {
  valid: [
    { title: 'numbers as E.164 has them', nodes: transferTo('"+302105550142"') },
    { title: 'addresses', nodes: transferTo('"sip:desk@example.com"') },
    { title: 'numbers that are filled in later', nodes: transferTo('"+1{{phone}}"') },
    { title: 'numbers that an import could not know', nodes: transferTo('{unknown: $.Number}') },
    { title: 'extensions and service numbers', nodes: transferTo('"112"') },
    { title: 'what a vendor may mend', nodes: transferTo('"(800) 555-0142"', ', origin: [x]') },
  ],
  invalid: [
    {
      title: 'letters, numbers without an end, and too few digits',
      nodes: `
  a: {kind: transfer, number: 1-800-BREAD, failure: b}
#                             ^^^^^^^^^^^ transfer-number unreadable
  b: {kind: transfer, number: "+123456789012345678", failure: c}
#                             ^^^^^^^^^^^^^^^^^^^^^ transfer-number unreadable
  c: {kind: transfer, number: "+30"}
#                             ^^^^^ transfer-number unreadable`,
    },
    {
      title: 'spaces, and numbers of one country',
      nodes: `
  a: {kind: transfer, number: "+30 210 555 0142", failure: b}
#                             ^^^^^^^^^^^^^^^^^^ transfer-number spaced !warning
  b: {kind: transfer, number: 210 555 0142, failure: c}
#                             ^^^^^^^^^^^^ transfer-number national !warning
  c: {kind: transfer, number: "00302105550142"}
#                             ^^^^^^^^^^^^^^^^ transfer-number national !warning`,
    },
  ],
});
