import { keyBeforeAction } from '../../../src/lint/rules/key-before-action.ts';
import { testRule } from '../../support/test-rule.ts';

const rest =
  'options: [{key: "1", to: b}, {key: "2", to: b}, {key: "9", do: repeat}]}\n  b: {kind: hangup}';

testRule(keyBeforeAction, {
  valid: [
    {
      title: 'options that say first what they are for',
      nodes: `  a: {kind: menu, say: "For A, press 1. For B, press 2. Press 9 to hear this again.", ${rest}`,
    },
    { title: 'a single key before', nodes: `  a: {kind: menu, say: Press 1 to go on., ${rest}` },
    {
      title: 'keys without words on either side, and languages that it does not know',
      nodes: `  a: {kind: menu, say: {en: "Press 1 or 2.", tr: "1 veya 2 icin"}, ${rest}`,
    },
    {
      title: 'keys behind their purpose in other languages',
      nodes: `  a: {kind: menu, say: {es: "Para A, oprima 1. Para B, oprima 2.", pt: "Para A, tecle 1. Para B, tecle 2.", fr: "Pour A, tapez 1. Pour B, tapez 2.", de: "Für A drücken Sie die 1. Für B die 2 drücken.", el: "Για Α, πατήστε 1. Για Β, πατήστε 2.", zh: "查询余额，请按1。转账请按2。", ja: "残高については、1を押してください。送金には、2を押してください。"}, ${rest}`,
    },
  ],
  invalid: [
    {
      title: 'a list that puts the keys first, the verb left out',
      nodes: `
  a:
    kind: menu
    say: Press 1 for A, 2 for B.
#        ^^^^^^^^^^^^^^^^^^^^^^^ key-before-action before
    ${rest.replace('}\n', '\n')}`,
    },
    ...(
      [
        ['es', 'Oprima 1 para A. Oprima 2 para B.'],
        ['pt', 'Tecle 1 para A, 2 para B.'],
        ['fr', 'Tapez 1 pour A. Tapez 2 pour B.'],
        ['de', 'Drücken Sie die 1 für A, die 2 für B.'],
        ['el', 'Πατήστε 1 για Α. Πατήστε 2 για Β.'],
        ['zh', '按1查询余额，按2转账。'],
      ] as const
    ).map(([language, say]) => ({
      title: `keys before their purpose in ${language}`,
      head: `language: ${language}`,
      nodes: `
  a:
    kind: menu
    say: ${say}
#        ${'^'.repeat(say.length)} key-before-action before
    ${rest.replace('}\n', '\n')}`,
    })),
    {
      title: 'keys before their purpose, each in the prompt of its option or in an announcement',
      nodes: `
  a:
    kind: menu
    options:
      - {key: "1", say: Press 1 for A., to: c}
#                       ^^^^^^^^^^^^^^ key-before-action before
      - {key: "2", say: Press 2 for B., to: c}
  c: {kind: announcement, say: Press 1 for A. Press 2 for B., to: d}
#                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ key-before-action before
  d: {kind: menu, ${rest}`,
    },
  ],
});
