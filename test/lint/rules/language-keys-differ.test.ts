import { languageKeysDiffer } from '../../../src/lint/rules/language-keys-differ.ts';
import { testRule } from '../../support/test-rule.ts';

const menu = (fields: string): string => `
  a:
    kind: menu
    ${fields}
  b: {kind: hangup}`;

testRule(languageKeysDiffer, {
  valid: [
    {
      title: 'the same keys in words, digits and any order',
      nodes: menu(
        'say: {en: "For A press 1, for B press two.", es: "Para B oprima dos, para A oprima uno."}\n    options: [{key: "1", to: b}, {key: "2", to: b}]',
      ),
    },
    {
      title: 'languages in which keys can not be read for certain',
      nodes: menu(
        'options: [{key: "1", say: {en: "For A press 1.", tr: "A için 2 tuşlayın.", de: "Von 1 bis 5 drücken."}, to: b}]',
      ),
    },
    {
      title: 'languages that name no key',
      nodes: menu('options: [{key: "1", say: {en: "For A press 1.", es: "Para A."}, to: b}]'),
    },
    {
      title: 'a key that one language leaves out: another rule tells that',
      nodes: menu(
        'say: {en: "Press 1, or 2.", el: "Πατήστε 1."}\n    options: [{key: "1", to: b}, {key: "2", to: b}]',
      ),
    },
    {
      title: 'an option that offers a language',
      nodes: menu(
        'options: [{key: "8", language: el, say: {en: "Press 7.", el: "Πατήστε 8."}, to: a}]',
      ),
    },
    {
      title: 'an option of which every language says another key: another rule tells that',
      nodes: menu('options: [{key: "1", say: {en: "Press 3.", el: "Πατήστε 4."}, to: b}]'),
    },
  ],
  invalid: [
    {
      title: 'keys that have changed places in one language, in words too',
      nodes: `
  a:
    kind: menu
    options:
      - {key: "1", say: {en: "For cards, press 1.", el: "Για κάρτες, πατήστε 2."}, to: b}
#                                                       ^^^^^^^^^^^^^^^^^^^^^^^^ language-keys-differ option
      - {key: "2", say: {en: "For loans, press 2.", es: "Para préstamos, oprima uno."}, to: b}
#                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ language-keys-differ option
  b: {kind: hangup}`,
    },
    {
      title: 'a header that names other keys in one language',
      nodes: `
  a:
    kind: menu
    say: {en: "For A press 1, for B press 2.", ja: Aは1を、Bは3を押してください。}
#                                                  ^^^^^^^^^^^^^^^^^ language-keys-differ text
    options: [{key: "1", to: b}, {key: "2", to: b}, {key: "3", to: b}]
  b: {kind: hangup}`,
    },
  ],
});
