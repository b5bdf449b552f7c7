import { similarOptionTexts } from '../../../src/lint/rules/similar-option-texts.ts';
import { testRule } from '../../support/test-rule.ts';

const end = '\n  y: {kind: hangup}\n  z: {kind: hangup}';
const menu = (one: string, other: string, to = 'y'): string =>
  `  a: {kind: menu, options: [{key: "1", say: "${one}", to: z}, {key: "2", say: "${other}", to: ${to}}]}${end}`;

testRule(similarOptionTexts, {
  valid: [
    {
      title: 'options with another word',
      nodes: menu('To pay a bill, press 1.', 'To pay a fine, press 2.'),
    },
    {
      title: 'options with one word more',
      nodes: menu('For cards, press 1.', 'For lost cards, press 2.'),
    },
    {
      title: 'words in another order',
      nodes: menu('From London to Paris, press 1.', 'From Paris to London, press 2.'),
    },
    { title: 'numbers', nodes: menu('For building 1, press 1.', 'For building 2, press 2.') },
    {
      title: 'two keys for the same',
      nodes: menu('For sales, press 1.', 'For sales, press 2.', 'z'),
    },
    {
      title: 'parts that are filled in during the call',
      nodes: menu('For {{a}}, press 1.', 'For {{b}}, press 2.'),
    },
    { title: 'options that say only their key', nodes: menu('Press 1.', 'Press 2.') },
    {
      title: 'customers and customs',
      nodes: menu('For customers, press 1.', 'For customs, press 2.'),
    },
  ],
  invalid: [
    {
      title: 'a plural, another article and another way to lead up to it',
      nodes: `
  a:
    kind: menu
    options:
      - {key: "1", say: "For orders, press 1.", to: z}
      - {key: "2", say: "If you want an order, press 2.", to: y}
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ similar-option-texts alike
  y: {kind: hangup}
  z: {kind: hangup}`,
    },
    {
      title: 'the same words in one language of two, in one text',
      nodes: `
  a:
    kind: menu
    say: {en: "For A, press 1. For B, press 2.", el: "Για παραγγελίες, πατήστε 1. Για τις παραγγελίες σας, πατήστε 2."}
    options:
      - {key: "1", to: z}
      - {key: "2", to: y}
#       ^^^^^^^^^^^^^^^^^ similar-option-texts alike
  y: {kind: hangup}
  z: {kind: hangup}`,
    },
    {
      title: 'the same in Chinese',
      head: 'language: zh',
      nodes: `
  a:
    kind: menu
    options:
      - {key: "1", say: 查询账单，请按1。, to: z}
      - {key: "2", say: 查询账单请按2。, to: y}
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ similar-option-texts alike
  y: {kind: hangup}
  z: {kind: hangup}`,
    },
  ],
});
