import { duplicateCase } from '../../../src/lint/rules/duplicate-case.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(duplicateCase, {
  valid: [
    {
      title: 'equal shares, and values that differ only in capitals',
      nodes: `
  a: {kind: branch, on: share, cases: [{when: 50%, to: b}, {when: 50%, to: c}]}
  b: {kind: branch, on: {attribute: tier}, cases: [{when: A, to: c}, {when: a, to: c}]}
  c: {kind: hangup}`,
    },
  ],
  invalid: [
    {
      title: 'the second and the third case for a value, and a language in other capitals',
      nodes: `
  a:
    kind: branch
    on: {attribute: tier}
    cases:
      - {when: gold, to: b}
      - {when: gold, to: c}
#              ^^^^ duplicate-case again
      - {when: gold, to: b}
#              ^^^^ duplicate-case again
  b:
    kind: branch
    on: language
    cases:
      - {when: pt-BR, to: c}
      - {when: pt-br, to: c}
#              ^^^^^ duplicate-case again
  c: {kind: hangup}`,
    },
  ],
});
