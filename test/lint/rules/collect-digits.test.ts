import { collectDigits } from '../../../src/lint/rules/collect-digits.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(collectDigits, {
  valid: [
    {
      title: 'a fixed number of digits, an end key, and nothing said at all',
      nodes: `
  a: {kind: collect, digits: {min: 6, max: 6}, to: b}
  b: {kind: collect, digits: {min: 1, end: "#"}, to: c}
  c: {kind: collect, digits: {min: 3, max: 4}, to: d}
  d: {kind: collect, to: e}
  e: {kind: collect, digits: {min: 4, max: 4, end: "#"}, to: f}
  f: {kind: menu, options: [{key: "1", to: a}]}`,
    },
    {
      title: 'an end key that may be needed before a menu that uses it',
      nodes: `
  a: {kind: collect, digits: {min: 4, max: 8, end: "#"}, to: b}
  b: {kind: menu, options: [{key: "#", to: a}]}`,
    },
  ],
  invalid: [
    {
      title: 'entries that nobody can make or end',
      nodes: `
  a:
    kind: collect
    digits: {min: 9, max: 8}
#                 ^ collect-digits least
    to: b
  b:
    kind: collect
    digits: {max: 8, end: "1"}
#                         ^^^ collect-digits endInside
    to: c
  c:
    kind: collect
    digits: {min: 4}
#   ^^^^^^ collect-digits noEnd !warning
    to: d
  d: {kind: hangup}`,
    },
    {
      title: 'an end key that comes too late, and is an option of the menu that follows',
      nodes: `
  a:
    kind: collect
    digits: {min: 4, max: 4, end: "#"}
#                                 ^^^ collect-digits leftOver !info
    to: b
  b: {kind: task, task: check, success: c, failure: d}
  c: {kind: menu, options: [{key: "#", to: a}]}
  d: {kind: hangup}`,
    },
  ],
});
