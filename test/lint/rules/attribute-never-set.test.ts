import { attributeNeverSet } from '../../../src/lint/rules/attribute-never-set.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(attributeNeverSet, {
  valid: [
    {
      title: 'attributes that come from outside, and values that only a look-up can set',
      nodes: `
  a: {kind: menu, options: [{key: "1", set: {purpose: balance}, to: b}]}
  b: {kind: branch, on: {attribute: tier}, cases: [{when: gold, to: c}], otherwise: c}
  c: {kind: branch, on: {attribute: purpose}, cases: [{when: balance, to: d}, {when: balances, to: d}, {when: fraud, to: d}]}
  d: {kind: hangup}`,
    },
    {
      title: 'a near name that is asked elsewhere',
      nodes: `
  a: {kind: menu, options: [{key: "1", set: {purpose: balance}, to: b}]}
  b: {kind: branch, on: {attribute: purpose2}, cases: [{when: x, to: c}], otherwise: c}
  c: {kind: branch, on: {attribute: purpose}, cases: [{when: balance, to: d}], otherwise: d}
  d: {kind: hangup}`,
    },
  ],
  invalid: [
    {
      title: 'slips in the name of an attribute and in a value',
      nodes: `
  a:
    kind: menu
    options:
      - {key: "1", set: {purpose: balance}, to: b}
      - {key: "2", set: {purpose: limit, tier: gold}, to: b}
  b:
    kind: branch
    on: {attribute: purpose}
    cases:
      - {when: ballance, to: c}
#              ^^^^^^^^ attribute-never-set value
      - {when: limit, to: c}
    otherwise: c
  c:
    kind: branch
    on: {attribute: teir}
#                   ^^^^ attribute-never-set name
    cases: [{when: gold, to: d}]
    otherwise: d
  d: {kind: hangup}`,
    },
  ],
});
