import { singleOptionMenu } from '../../../src/lint/rules/single-option-menu.ts';
import { testRule } from '../../support/test-rule.ts';

const end = '\n  b: {kind: queue, queue: b}\n  z: {kind: hangup}';
const menu = (fields: string, option = ''): string =>
  `  a: {kind: menu, ${fields}options: [{key: "1", to: b${option}}]}${end}`;

testRule(singleOptionMenu, {
  valid: [
    { title: 'an option beside waiting on the line', nodes: menu('noInput: {to: z}, ') },
    {
      title: 'a wrong key that leads elsewhere',
      nodes: menu('noInput: {to: b}, noMatch: {to: z}, '),
    },
    { title: 'a consent', nodes: menu('tags: [legal], ') },
    { title: 'an option that law or safety wants', nodes: menu('', ', tags: [legal]') },
    {
      title: 'a way on and a way back',
      nodes: `  a: {kind: menu, options: [{key: "1", to: b}, {key: "9", do: back}]}${end}`,
    },
    { title: 'an import: what happens else may stand elsewhere', nodes: menu('origin: [x], ') },
    {
      title: 'menus that nobody comes to',
      nodes: `  z: {kind: hangup}\n  a: {kind: menu, options: [{key: "1", to: z}]}`,
    },
  ],
  invalid: [
    {
      title: 'an option that leads where silence leads',
      nodes: `
  a:
    kind: menu
    options:
      - {key: "1", to: b}
#       ^^^^^^^^^^^^^^^^^ single-option-menu same
      - {key: "9", do: repeat}
    noInput: {to: b}
    noMatch: {to: b}
  b: {kind: queue, queue: b}`,
    },
    {
      title: 'an option, and nothing else happens',
      nodes: `
  a:
    kind: menu
    options:
      - {key: "1", to: b}
#       ^^^^^^^^^^^^^^^^^ single-option-menu only
    noInput: {to: a}
  b: {kind: queue, queue: b}`,
    },
  ],
});
