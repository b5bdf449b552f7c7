import { languageMenusDiffer } from '../../../src/lint/rules/language-menus-differ.ts';
import { testRule } from '../../support/test-rule.ts';

const start = `
  a: {kind: menu, options: [{key: "1", language: en, to: e}, {key: "2", language: es, to: n}]}
  n: {kind: announcement, say: Hola., to: s}
  x: {kind: hangup}
  q: {kind: queue, queue: one}
  r: {kind: queue, queue: one}`;

testRule(languageMenusDiffer, {
  valid: [
    {
      title: 'menus that are alike, by reason, by queue and by node',
      nodes: `${start}
  e: {kind: menu, options: [{key: "1", reason: bill, to: x}, {key: "2", to: q}, {key: "3", to: x}]}
  s: {kind: menu, options: [{key: "3", to: x}, {key: "1", reason: bill, to: q}, {key: "2", to: r}]}`,
    },
    {
      title: 'menus that have little in common',
      nodes: `${start}
  e: {kind: menu, options: [{key: "1", reason: bill, to: x}, {key: "2", reason: move, to: x}, {key: "3", reason: fault, to: x}]}
  s: {kind: menu, options: [{key: "1", to: q}, {key: "2", reason: bill, to: x}]}`,
    },
    {
      title: 'one menu for both languages, and what lies behind a question',
      nodes: `${start}
  e: {kind: collect, say: Number?, to: x}
  s: {kind: menu, options: [{key: "1", to: q}, {key: "2", to: x}]}
  c: {kind: branch, on: language, cases: [{when: es, to: s}, {when: en, to: s}], otherwise: s}`,
    },
  ],
  invalid: [
    {
      title: 'keys that differ, and a thing that one language lacks',
      nodes: `${start}
  e: {kind: menu, options: [{key: "1", reason: bill, to: x}, {key: "2", to: q}, {key: "3", reason: fault, to: x}]}
  s:
# ^ language-menus-differ missing !info
    kind: menu
    options:
      - {key: "2", reason: bill, to: x}
#             ^^^ language-menus-differ moved
      - {key: "1", to: r}
#             ^^^ language-menus-differ moved`,
    },
    {
      title: 'the same behind a branch on the language',
      nodes: `
  a: {kind: branch, on: language, cases: [{when: en, to: e}], otherwise: s}
  e: {kind: menu, options: [{key: "1", reason: bill, to: x}, {key: "2", reason: move, to: x}]}
  s:
    kind: menu
    options: [{key: "1", reason: move, to: x}, {key: "2", reason: bill, to: x}]
  t: {kind: branch, on: language, cases: [{when: en, to: e}, {when: es, to: u}]}
  u:
    kind: menu
    options: [{key: "1", reason: bill, to: x}, {key: "3", reason: move, to: x}]
#                                                    ^^^ language-menus-differ moved
  x: {kind: hangup}`,
    },
  ],
});
