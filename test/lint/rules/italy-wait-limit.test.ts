import { italyWaitLimit } from '../../../src/lint/rules/italy-wait-limit.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(italyWaitLimit, {
  valid: [
    {
      title: 'waits within the limit, and waits of which nothing is known',
      head: 'entries: [{start: a}, {start: b}]',
      nodes: `
  a: {kind: queue, queue: desk, overflow: {after: 150s, to: b}}
  b: {kind: queue, queue: desk, overflow: {to: a}}`,
    },
  ],
  invalid: [
    {
      title: 'a wait beyond the limit',
      nodes: `
  a: {kind: queue, queue: desk, overflow: {after: 3m, to: x}}
#                                                 ^^ italy-wait-limit late
  x: {kind: hangup}`,
    },
  ],
});
