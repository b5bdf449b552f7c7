import { needlessNesting } from '../../../src/lint/rules/needless-nesting.ts';
import { testRule } from '../../support/test-rule.ts';

const inner =
  '  m: {kind: menu, options: [{key: "1", to: z}, {key: "2", to: z}]}\n  z: {kind: hangup}';
const outer = (fields: string, last: string): string =>
  `  a: {kind: menu, ${fields}options: [{key: "1", to: z}, ${last}]}\n`;

testRule(needlessNesting, {
  valid: [
    {
      title: 'a menu behind an option that is not the last',
      nodes: `  a: {kind: menu, options: [{key: "1", to: m}, {key: "2", to: z}]}\n${inner}`,
    },
    {
      title: 'menus that can not be interrupted',
      nodes: outer('bargeIn: false, ', '{key: "2", to: m}') + inner,
    },
    {
      title: 'a menu that is reached from elsewhere too',
      nodes: outer('noInput: {to: m}, ', '{key: "2", to: m}') + inner,
    },
    {
      title: 'an option that remembers what was chosen',
      nodes: outer('', '{key: "2", set: {topic: x}, to: m}') + inner,
    },
    { title: 'a choice of language', nodes: outer('', '{key: "2", language: es, to: m}') + inner },
    {
      title: 'menus that together have more options than keys',
      nodes: `  a: {kind: menu, options: [${['1', '2', '3', '4', '5', '6', '7', '8'].map((key) => `{key: "${key}", to: z}`).join(', ')}, {key: "9", to: m}]}\n${inner}`,
    },
  ],
  invalid: [
    {
      title: 'a menu behind the last option',
      nodes: `
  a:
    kind: menu
    options:
      - {key: "1", to: z}
      - {key: "2", to: m}
#       ^^^^^^^^^^^^^^^^^ needless-nesting nested
${inner}`,
    },
  ],
});
