import { retryLeadsToLargerMenu } from '../../../src/lint/rules/retry-leads-to-larger-menu.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(retryLeadsToLargerMenu, {
  valid: [
    {
      title: 'menus that lead to fewer options, to themselves or to a person',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: q}, {key: "2", to: b}], noInput: {to: b}, noMatch: {to: a}}
  b: {kind: menu, options: [{key: "1", to: q}], noInput: {to: q}}
  q: {kind: queue, queue: general}`,
    },
    {
      title: 'a question for the language that goes on to the main menu',
      nodes: `
  a: {kind: menu, options: [{key: "1", language: en, to: b}], noInput: {attempts: 1, to: b}}
  b: {kind: menu, options: [{key: "1", to: q}, {key: "2", to: q}], noInput: {to: q}}
  q: {kind: queue, queue: general}`,
    },
    {
      title: 'rounds of announcements, and questions for a number',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: c}], noInput: {to: b}}
  b: {kind: announcement, to: b}
  c: {kind: collect, to: d, noInput: {to: d}}
  d: {kind: menu, options: [{key: "1", to: a}, {key: "2", to: c}]}`,
    },
  ],
  invalid: [
    {
      title: 'menus that lead to larger ones, at once or behind words',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: b}, {key: "2", to: q}, {key: "3", to: q}]}
  b:
    kind: menu
    options: [{key: "1", to: q}, {key: "2", to: q}]
    noInput: {to: a}
#                 ^ retry-leads-to-larger-menu larger
    noMatch: {to: sorry}
#                 ^^^^^ retry-leads-to-larger-menu larger
  sorry: {kind: announcement, say: Let us begin again., to: a}
  q: {kind: queue, queue: general}`,
    },
  ],
});
