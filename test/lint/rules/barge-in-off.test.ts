import { bargeInOff } from '../../../src/lint/rules/barge-in-off.ts';
import { testRule } from '../../support/test-rule.ts';

const options = (count: number): string =>
  Array.from(
    { length: count },
    (_, index) => `{key: "${index + 1}", say: For ${index + 1}., to: b}`,
  ).join(', ');
const menu = (fields: string, count: number): string =>
  `  a: {kind: menu, ${fields}options: [${options(count)}]}\n  b: {kind: hangup}`;

testRule(bargeInOff, {
  valid: [
    { title: 'menus that say nothing about it', nodes: menu('', 4) },
    { title: 'three options that can not be interrupted', nodes: menu('bargeIn: false, ', 3) },
    { title: 'six of them: another rule tells of it', nodes: menu('bargeIn: false, ', 6) },
    {
      title: 'what law or safety wants heard to the end',
      nodes: menu('bargeIn: false, tags: [safety], ', 4),
    },
    {
      title: 'a menu that allows it where the script does not',
      head: 'defaults: {bargeIn: false}',
      nodes: menu('bargeIn: true, ', 4),
    },
  ],
  invalid: [
    {
      title: 'four options that can not be interrupted',
      nodes: `
  a:
    kind: menu
    bargeIn: false
#            ^^^^^ barge-in-off off
    options: [${options(4)}]
  b: {kind: hangup}`,
    },
    {
      title: 'the same by the default of the script',
      head: `defaults:
  bargeIn: false
#          ^^^^^ barge-in-off off`,
      nodes: menu('', 5),
    },
  ],
});
