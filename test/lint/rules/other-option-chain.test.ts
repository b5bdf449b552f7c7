import { otherOptionChain } from '../../../src/lint/rules/other-option-chain.ts';
import { testRule } from '../../support/test-rule.ts';

const end = '\n  z: {kind: queue, queue: q}';
const menu = (name: string, say: string, to: string): string =>
  `  ${name}: {kind: menu, options: [{key: "1", say: "For A, press 1.", to: z}, {key: "2", say: "${say}", to: ${to}}]}\n`;

testRule(otherOptionChain, {
  valid: [
    {
      title: 'one menu of more options',
      nodes: menu('a', 'For more options, press 2.', 'b') + menu('b', 'For B, press 2.', 'z') + end,
    },
    {
      title: 'more options that end at a person',
      nodes:
        menu('a', 'For more options, press 2.', 'b') +
        menu('b', 'For all other enquiries, press 2.', 'z') +
        end,
    },
    {
      title: 'other things of a kind',
      nodes:
        menu('a', 'For other cards, press 2.', 'b') +
        menu('b', 'For more money, press 2.', 'c') +
        menu('c', 'For C, press 2.', 'z') +
        end,
    },
    {
      title: 'two menus that lead to each other',
      nodes:
        menu('a', 'For other options, press 2.', 'b') +
        menu('b', 'For other options, press 2.', 'a') +
        end,
    },
  ],
  invalid: [
    {
      title: 'more options behind more options, also behind an announcement',
      nodes: `${menu('a', 'For more options, press 2.', 'x')}  x: {kind: announcement, say: More., to: b}
  b:
    kind: menu
    options:
      - {key: "1", say: "For A, press 1.", to: z}
      - {key: "2", say: "For other services, press 2.", to: c}
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ other-option-chain chain
${menu('c', 'For C, press 2.', 'z')}${end}`,
    },
    {
      title: 'the same in Greek, in one text and in a title',
      head: 'language: el',
      nodes: `  a: {kind: menu, say: "Για Α, πατήστε 1. Για άλλες υπηρεσίες, πατήστε 2.", options: [{key: "1", to: z}, {key: "2", to: b}]}
  b:
    kind: menu
    options:
      - {key: "1", to: z}
      - {key: "2", title: Άλλο θέμα, to: c}
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ other-option-chain chain
  c: {kind: menu, options: [{key: "1", to: z}]}${end}`,
    },
  ],
});
