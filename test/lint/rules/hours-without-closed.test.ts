import { hoursWithoutClosed } from '../../../src/lint/rules/hours-without-closed.ts';
import { testRule } from '../../support/test-rule.ts';

const b = '\n  b: {kind: hangup}';

testRule(hoursWithoutClosed, {
  valid: [
    {
      title: 'a case for closed',
      nodes: `  a: {kind: branch, on: {calendar: o}, cases: [{when: open, to: b}, {when: closed, to: b}]}${b}`,
    },
    {
      title: 'an otherwise',
      nodes: `  a: {kind: branch, on: {calendar: o}, cases: [{when: open, to: b}], otherwise: b}${b}`,
    },
    {
      title: 'branches on other things',
      nodes: `  a: {kind: branch, on: {attribute: tier}, cases: [{when: gold, to: b}]}${b}`,
    },
  ],
  invalid: [
    {
      title: 'hours that know only open and holiday',
      nodes: `
  a:
    kind: branch
    on: {calendar: office}
    cases:
#   ^^^^^ hours-without-closed closed
      - {when: open, to: b}
      - {when: holiday, to: b}
  b:
    kind: branch
    on: {calendar: {unknown: the hours of the queue}}
    cases: [{when: open, to: c}]
#   ^^^^^ hours-without-closed closed
  c: {kind: hangup}`,
    },
  ],
});
