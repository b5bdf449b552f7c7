import { menuDepth } from '../../../src/lint/rules/menu-depth.ts';
import { testRule } from '../../support/test-rule.ts';

const menu = (name: string, next: string): string =>
  `  ${name}: {kind: menu, options: [{key: "1", to: ${next}}, {key: "2", to: end}, {key: "9", do: back}]}\n`;
const end = '  end: {kind: hangup}\n';

testRule(menuDepth, {
  valid: [
    { title: 'three menus', nodes: menu('a', 'b') + menu('b', 'c') + menu('c', 'end') + end },
    {
      title: 'a choice of language and opening hours above three menus',
      nodes: `  l: {kind: menu, options: [{key: "1", role: language, to: h}, {key: "2", language: es, to: h}]}\n  h: {kind: branch, on: {calendar: c}, cases: [{when: open, to: a}], otherwise: end}\n${menu('a', 'b')}${menu('b', 'c')}${menu('c', 'end')}${end}`,
    },
    {
      title: 'a menu after a finished self-service',
      nodes: `${menu('a', 'b')}${menu('b', 'c')}${menu('c', 't')}  t: {kind: task, task: balance, selfService: true, success: d, failure: end}\n${menu('d', 'end')}${end}`,
    },
    {
      title: 'copies of a menu for those who stayed silent or mistyped',
      nodes: `${['a', 'b', 'c', 'd', 'e'].map((name, index) => `  ${name}: {kind: menu, options: [{key: "1", to: end}], noInput: {to: ${'bcdef'[index]}}, noMatch: {to: ${'bcdef'[index]}}}\n`).join('')}  f: {kind: hangup}\n${end}`,
    },
    {
      title: 'menus that also lie nearer',
      nodes: `  a: {kind: menu, options: [{key: "1", to: b}, {key: "4", to: d}]}\n${menu('b', 'c')}${menu('c', 'd')}${menu('d', 'end')}${end}`,
    },
    {
      title: 'menus that only lead to menus',
      nodes: `${menu('a', 'b')}${menu('b', 'c')}${menu('c', 'd')}  d: {kind: menu, options: [{key: "1", to: a}, {key: "2", to: b}]}\n${end}`,
    },
  ],
  invalid: [
    {
      title: 'four menus as a warning, five as an error',
      nodes: `${menu('a', 'x')}  x: {kind: announcement, say: Well., to: b}
${menu('b', 'c')}${menu('c', 'd')}${menu('d', 'e')}# ^ menu-depth deep !warning
${menu('e', 'end')}# ^ menu-depth deep
${end}`,
    },
  ],
});
