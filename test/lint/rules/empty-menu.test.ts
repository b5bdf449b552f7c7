import { emptyMenu } from '../../../src/lint/rules/empty-menu.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(emptyMenu, {
  valid: [
    {
      title: 'a menu with one option, also a spoken one',
      nodes: `  a: {kind: menu, options: [{intent: help, to: b}]}
  b: {kind: hangup}`,
    },
    {
      title: 'a menu that nobody reaches, and one that an import made of a bot',
      nodes: `
  a: {kind: menu, origin: [block-1], options: [], noInput: {to: b}}
  b: {kind: hangup}
  c: {kind: menu, options: []}`,
    },
  ],
  invalid: [
    {
      title: 'a menu without options, though silent callers are led on',
      nodes: `
  a:
    kind: menu
    options: []
#   ^^^^^^^ empty-menu noOptions
    noInput: {to: b}
  b: {kind: hangup}`,
    },
  ],
});
