import { retryEndsInHangup } from '../../../src/lint/rules/retry-ends-in-hangup.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(retryEndsInHangup, {
  valid: [
    {
      title: 'questions that lead on to a person, a message or another question',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: q}], noInput: {to: m}, noMatch: {to: b}}
  b: {kind: collect, to: q, noInput: {to: m}, noMatch: {to: q}}
  q: {kind: queue, queue: general}
  m: {kind: voicemail, say: Leave a message., to: x}
  x: {kind: hangup}`,
    },
    {
      title: 'menus where an option ends the call too',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: q}, {key: "2", to: x}], noInput: {to: x}, noMatch: {to: x}}
  q: {kind: queue, queue: general}
  x: {kind: hangup}`,
    },
    {
      title: 'menus where nobody could help',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: b}, {key: "2", to: x}], noInput: {to: x}}
  b: {kind: menu, options: [{key: "1", to: c}], noInput: {to: x}, noMatch: {to: x}}
  c: {kind: announcement, say: News., to: b}
  x: {kind: hangup}`,
    },
    {
      title: 'menus that are heard after hours only',
      nodes: `
  a: {kind: branch, on: {calendar: office}, cases: [{when: open, to: q}], otherwise: n}
  n: {kind: menu, options: [{key: "1", to: q}], noInput: {to: x}, noMatch: {to: x}}
  q: {kind: queue, queue: general, closed: n}
  x: {kind: hangup}`,
    },
    {
      title: 'questions to callers who have got what they called for',
      nodes: `
  a: {kind: task, task: balance, success: b, failure: q}
  b: {kind: announcement, say: Thank you., to: c}
  c: {kind: menu, options: [{key: "1", to: q}], noInput: {to: x}, noMatch: {to: x}}
  q: {kind: queue, queue: general}
  x: {kind: hangup}`,
    },
    {
      title: 'ends that cannot be seen',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: q}], noInput: {to: s}, noMatch: {to: l}}
  q: {kind: queue, queue: general}
  l: {kind: branch, on: {attribute: vip}, cases: [{when: a, to: nowhere}], otherwise: x}
  x: {kind: hangup}
  s: {kind: subflow, script: other}`,
    },
  ],
  invalid: [
    {
      title: 'goodbyes to callers whom people could help',
      nodes: `
  a:
    kind: menu
    options: [{key: "1", to: b}, {key: "0", to: q}]
    noInput: {to: bye}
#                 ^^^ retry-ends-in-hangup silent !warning
    noMatch: {to: sorry}
#                 ^^^^^ retry-ends-in-hangup wrongKey
  b: {kind: task, task: look-up, selfService: false, success: c, failure: q}
  c: {kind: menu, options: [{key: "1", to: q}], noMatch: {to: bye}}
#                                                             ^^^ retry-ends-in-hangup wrongKey
  q: {kind: queue, queue: general}
  sorry: {kind: announcement, say: Sorry., to: bye}
  bye: {kind: hangup}`,
    },
    {
      title: 'numbers that are entered wrong, which some systems end for safety',
      nodes: `
  a: {kind: collect, digits: {min: 4}, to: q, noMatch: {to: bye}}
#                                                           ^^^ retry-ends-in-hangup wrongKey !warning
  q: {kind: queue, queue: general}
  bye: {kind: hangup}`,
    },
    {
      title: 'a default once, with all questions that it holds for',
      head: `defaults: {noMatch: {to: bye}}
#                        ^^^ retry-ends-in-hangup wrongKey`,
      nodes: `
  a: {kind: menu, options: [{key: "1", to: b}]}
  b: {kind: menu, options: [{key: "1", to: q}]}
  q: {kind: queue, queue: general}
  bye: {kind: hangup}`,
    },
  ],
});
