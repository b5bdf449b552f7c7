import { retryCount } from '../../../src/lint/rules/retry-count.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(retryCount, {
  valid: [
    {
      title: 'two and three attempts, and scripts that leave it to the platform',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: b}], noInput: {attempts: 2, to: b}, noMatch: {attempts: 3, to: b}}
  b: {kind: hangup}`,
    },
    {
      title: 'one attempt where callers are led on, where silence is a choice, and in imports',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: b}], noInput: {attempts: 1, to: b}, noMatch: {attempts: 1, to: d}}
  b: {kind: menu, options: [{key: "1", to: x}, {key: "2", to: c}], noInput: {attempts: 1, to: x}}
  c: {kind: menu, origin: [i], options: [{key: "1", to: d}], noInput: {attempts: 1, to: x}}
  d: {kind: queue, queue: general}
  x: {kind: hangup}`,
    },
    {
      title: 'one attempt when callers have got what they called for',
      nodes: `
  a: {kind: task, task: balance, success: b, failure: d}
  b: {kind: menu, options: [{key: "1", to: d}], noInput: {attempts: 1, to: x}}
  d: {kind: queue, queue: general}
  x: {kind: hangup}`,
    },
    {
      title: 'one attempt where people could help, which another rule tells',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: d}], noInput: {attempts: 1, to: x}}
  d: {kind: queue, queue: general}
  x: {kind: hangup}`,
    },
  ],
  invalid: [
    {
      title: 'questions that are asked too often, and one that is never asked again',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: b}], noInput: {attempts: 4, to: b}}
#                                                                   ^ retry-count many
  b: {kind: collect, to: c, noMatch: {attempts: 9, to: x}}
#                                               ^ retry-count many
  c: {kind: menu, options: [{key: "1", to: e}], noInput: {attempts: 1, to: x}}
#                                                                   ^ retry-count once
  e: {kind: announcement, say: News., to: c}
  x: {kind: hangup}`,
    },
    {
      title: 'a default once',
      head: `defaults: {noInput: {attempts: 5}}
#                              ^ retry-count many`,
      nodes: `
  a: {kind: menu, options: [{key: "1", to: b}], noInput: {to: b}}
  b: {kind: menu, options: [{key: "1", to: a}], noInput: {to: a}}`,
    },
  ],
});
