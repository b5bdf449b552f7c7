import { menuWidthNoBargeIn } from '../../../src/lint/rules/menu-width-no-barge-in.ts';
import { testRule } from '../../support/test-rule.ts';

const options = (count: number): string =>
  Array.from(
    { length: count },
    (_, index) => `{key: "${index + 1}", say: For ${index + 1}., to: b}`,
  ).join(', ');

testRule(menuWidthNoBargeIn, {
  valid: [
    {
      title: 'six choices that can be interrupted, by default or by word',
      nodes: `  a: {kind: menu, options: [${options(6)}], noInput: {to: c}}\n  c: {kind: menu, bargeIn: true, options: [${options(6)}]}\n  b: {kind: hangup}`,
    },
    {
      title: 'five choices that can not',
      nodes: `  a: {kind: menu, bargeIn: false, options: [${options(5)}, {key: "0", say: For us., role: agent, to: b}]}\n  b: {kind: hangup}`,
    },
  ],
  invalid: [
    {
      title: 'six choices that can not be interrupted',
      nodes: `
  a:
    kind: menu
    bargeIn: false
#            ^^^^^ menu-width-no-barge-in wide
    options: [${options(6)}]
  b: {kind: hangup}`,
    },
    {
      title: 'the same by the default of the script',
      head: `defaults:
  bargeIn: false
#          ^^^^^ menu-width-no-barge-in wide`,
      nodes: `  a: {kind: menu, options: [${options(6)}]}\n  b: {kind: hangup}`,
    },
  ],
});
