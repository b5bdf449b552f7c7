import { subflowRecursion } from '../../../src/lint/rules/subflow-recursion.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(subflowRecursion, {
  valid: [
    {
      title: 'a script that begins again when a caller asks for it',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: b}]}
  b: {kind: subflow, script: test-line}`,
    },
    {
      title: 'other scripts, and ways that may change with each round',
      nodes: `
  a: {kind: branch, on: {attribute: tries}, cases: [{when: "3", to: c}], otherwise: b}
  b: {kind: subflow, script: test-line}
  c: {kind: branch, on: share, cases: [{when: 50%, to: b}], otherwise: d}
  d: {kind: task, task: wait, success: b, failure: e}
  e: {kind: subflow, script: other-line, to: b}`,
    },
  ],
  invalid: [
    {
      title: 'a script that calls itself at once, or while the place is closed',
      nodes: `
  a: {kind: branch, on: {calendar: desk}, cases: [{when: open, to: e}], otherwise: b}
  b: {kind: announcement, say: We are closed., to: c}
  c: {kind: branch, on: language, cases: [{when: el, to: e}], otherwise: d}
  d:
    kind: subflow
    script: test-line
#           ^^^^^^^^^ subflow-recursion again
  e: {kind: hangup}`,
    },
  ],
});
