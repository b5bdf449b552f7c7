import { unknownCase } from '../../../src/lint/rules/unknown-case.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(unknownCase, {
  valid: [
    {
      title: 'all states of a calendar and of a switch, and tags of languages',
      nodes: `
  a:
    kind: branch
    on: {calendar: desk}
    cases: [{when: open, to: b}, {when: closed, to: b}, {when: holiday, to: b}, {when: emergency, to: b}]
  b: {kind: branch, on: {emergency: desk}, cases: [{when: "on", to: c}, {when: "false", to: c}]}
  c: {kind: branch, on: language, cases: [{when: el, to: d}, {when: pt-BR, to: d}, {when: zh-Hans, to: d}]}
  d: {kind: hangup}`,
    },
    {
      title: 'comparisons of an import',
      nodes: `
  a: {kind: branch, on: {calendar: {unknown: x}}, cases: [{when: "> 3", to: b}, {when: starts with o, to: b}]}
  b: {kind: branch, on: {queue-status: desk}, cases: [{when: "NumberOfAgents > 0", to: c}, {when: long, to: c}]}
  c: {kind: branch, on: language, cases: [{when: contains en, to: d}]}
  d: {kind: hangup}`,
    },
    {
      title: 'any word for attributes, results and shares',
      nodes: `
  a: {kind: branch, on: {attribute: tier}, cases: [{when: opne, to: b}]}
  b: {kind: branch, on: {result: x}, cases: [{when: closd, to: c}]}
  c: {kind: branch, on: share, cases: [{when: new, to: d}]}
  d: {kind: hangup}`,
    },
  ],
  invalid: [
    {
      title: 'what is no state of a calendar, of a switch or of a queue, and no language',
      nodes: `
  a:
    kind: branch
    on: {calendar: desk}
    cases:
      - {when: open, to: b}
      - {when: close, to: b}
#              ^^^^^ unknown-case never
      - {when: weekend, to: b}
#              ^^^^^^^ unknown-case never
  b:
    kind: branch
    on: {emergency: desk}
    cases:
      - {when: active, to: c}
#              ^^^^^^ unknown-case never
  c:
    kind: branch
    on: {queue-status: desk}
    cases:
      - {when: opend, to: d}
#              ^^^^^ unknown-case never
  d:
    kind: branch
    on: language
    cases:
      - {when: english, to: e}
#              ^^^^^^^ unknown-case never
      - {when: pt_BR, to: e}
#              ^^^^^ unknown-case never
  e: {kind: hangup}`,
    },
  ],
});
