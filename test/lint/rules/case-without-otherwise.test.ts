import { caseWithoutOtherwise } from '../../../src/lint/rules/case-without-otherwise.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(caseWithoutOtherwise, {
  valid: [
    {
      title: 'an otherwise, and cases that leave nothing over',
      nodes: `
  a: {kind: branch, on: {attribute: tier}, cases: [{when: gold, to: b}], otherwise: b}
  b: {kind: branch, on: {attribute: known}, cases: [{when: "True", to: c}, {when: "False", to: c}]}
  c: {kind: branch, on: {queue-status: desk}, cases: [{when: open, to: d}, {when: closed, to: d}]}
  d: {kind: branch, on: {queue-status: desk}, cases: [{when: "agents > 0", to: e}, {when: "agents = 0", to: e}]}
  e: {kind: branch, on: {attribute: age}, cases: [{when: ">= 18", to: f}, {when: "< 18", to: f}]}
  f: {kind: branch, on: {emergency: desk}, cases: [{when: "on", to: g}, {when: "no", to: g}]}
  g: {kind: hangup}`,
    },
    {
      title: 'cases for all languages that a call can be in',
      head: 'language: en\nentries: [{start: a}, {start: b, language: pt-BR}]',
      nodes: `
  a: {kind: menu, options: [{key: "1", role: language, language: el, to: b}]}
  b: {kind: branch, on: language, cases: [{when: en, to: c}, {when: pt, to: c}, {when: EL, to: c}]}
  c: {kind: hangup}`,
    },
    {
      title: 'hours that lack closed, shares, and branches without cases, which other rules tell',
      nodes: `
  a: {kind: branch, on: {calendar: desk}, cases: [{when: open, to: b}]}
  b: {kind: branch, on: share, cases: [{when: 20%, to: c}]}
  c: {kind: branch, on: {attribute: tier}, cases: []}`,
    },
    {
      title: 'imports, results that no task of the script has, and branches that no call comes to',
      nodes: `
  a: {kind: branch, origin: [x], on: {attribute: tier}, cases: [{when: gold, to: b}]}
  b: {kind: branch, on: {result: what went wrong}, cases: [{when: CallFailed, to: c}]}
  c: {kind: hangup}
  d: {kind: branch, on: {attribute: tier}, cases: [{when: gold, to: c}]}`,
    },
  ],
  invalid: [
    {
      title: 'languages, hours and switches that no case names',
      head: 'language: en\nentries: [{start: a, language: es}, {start: a}]',
      nodes: `
  a:
    kind: branch
    on: language
    cases: [{when: en, to: b}, {when: es-MX, to: b}]
#   ^^^^^ case-without-otherwise lost !error
  b:
    kind: branch
    on: {calendar: desk}
    cases: [{when: closed, to: c}, {when: holiday, to: c}]
#   ^^^^^ case-without-otherwise lost !error
  c:
    kind: branch
    on: {emergency: desk}
    cases: [{when: "true", to: d}]
#   ^^^^^ case-without-otherwise lost !error
  d: {kind: hangup}`,
    },
    {
      title: 'a value that an option sets, and values that nobody can list',
      nodes: `
  a:
    kind: menu
    options:
      - {key: "1", set: {purpose: balance}, to: b}
      - {key: "2", set: {purpose: limit}, to: b}
  b:
    kind: branch
    on: {attribute: purpose}
    cases: [{when: balance, to: c}]
#   ^^^^^ case-without-otherwise lost
  c:
    kind: branch
    on: {attribute: tier}
    cases: [{when: gold, to: d}, {when: "> 3", to: d}]
#   ^^^^^ case-without-otherwise open
  d: {kind: task, task: look-up, success: e, failure: e}
  e:
    kind: branch
    on: {result: look-up}
    cases: [{when: found, to: f}]
#   ^^^^^ case-without-otherwise open
  f:
    kind: branch
    on: {queue-status: desk}
    cases: [{when: open, to: g}]
#   ^^^^^ case-without-otherwise open
  g: {kind: hangup}`,
    },
  ],
});
