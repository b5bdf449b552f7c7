import { spainPersonInMainMenu } from '../../../src/lint/rules/spain-person-in-main-menu.ts';
import { testRule } from '../../support/test-rule.ts';

const rest = `
  t: {kind: announcement, say: Hola., to: x}
  u: {kind: announcement, say: Adiós., to: x}
  x: {kind: hangup}
  q: {kind: queue, queue: desk}`;

testRule(spainPersonInMainMenu, {
  valid: [
    {
      title: 'an option by its role, and one that leads straight to people',
      head: 'entries: [{start: a}, {start: b}]',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: t}, {key: "0", role: agent, to: u}]}
  b: {kind: menu, options: [{key: "1", to: t}, {key: "2", to: n}]}
  n: {kind: announcement, say: Un momento., to: q}${rest}`,
    },
    {
      title: 'options that can not be seen behind, or lead nowhere',
      head: 'entries: [{start: a}, {start: b}]',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: t}, {key: "2", to: s}]}
  b: {kind: menu, options: [{key: "1", to: t}, {key: "2"}]}
  s: {kind: subflow, script: other}${rest}`,
    },
    {
      title: 'menus for the language, the menu of closed hours, surveys and menus further in',
      nodes: `
  a: {kind: menu, options: [{key: "1", language: es, to: h}, {key: "2", language: ca, to: h}]}
  h: {kind: branch, on: {calendar: office}, cases: [{when: open, to: m}], otherwise: c}
  c: {kind: menu, options: [{key: "1", to: t}, {key: "2", to: u}]}
  m: {kind: menu, options: [{key: "1", to: n}, {key: "2", to: q}]}
  n: {kind: menu, options: [{key: "1", to: t}, {key: "2", to: u}]}${rest}`,
    },
  ],
  invalid: [
    {
      title: 'a main menu without a person, behind the choice of a language',
      head: 'entries: [{number: "+34910000000", start: a}]',
      nodes: `
  a: {kind: menu, options: [{key: "1", language: es, to: m}, {key: "2", language: ca, to: m}]}
  m: {kind: menu, options: [{key: "1", to: n}, {key: "2", to: u}, {key: "9", do: repeat}]}
# ^ spain-person-in-main-menu none
  n: {kind: menu, options: [{key: "0", role: agent, to: q}]}${rest}`,
    },
    {
      title: 'the same in a flow without a number, as a warning',
      nodes: `
  m: {kind: menu, options: [{key: "1", to: t}, {key: "2", to: u}]}
# ^ spain-person-in-main-menu none !warning${rest}`,
    },
  ],
});
