import { shareSum } from '../../../src/lint/rules/share-sum.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(shareSum, {
  valid: [
    {
      title: 'shares that add up, however they are written',
      nodes: `
  a: {kind: branch, on: share, cases: [{when: 20%, to: b}, {when: "80", to: b}]}
  b: {kind: branch, on: share, cases: [{when: "0.25", to: c}, {when: "0.75", to: c}]}
  c: {kind: branch, on: share, cases: [{when: 33.3%, to: d}, {when: 33.3%, to: d}, {when: 33.3%, to: d}]}
  d: {kind: hangup}`,
    },
    {
      title: 'a rest for otherwise or for cases without a number',
      nodes: `
  a: {kind: branch, on: share, cases: [{when: 20%, to: b}], otherwise: b}
  b: {kind: branch, on: share, cases: [{when: 20%, to: c}, {when: old, to: c}, {when: new, to: c}]}
  c: {kind: hangup}`,
    },
    {
      title: 'limits that an import could not turn into shares, and numbers elsewhere',
      nodes: `
  a: {kind: branch, on: share, cases: [{when: "< 80", to: b}, {when: "< 90", to: b}]}
  b: {kind: branch, on: {attribute: digits}, cases: [{when: "80", to: c}, {when: "90", to: c}]}
  c: {kind: hangup}`,
    },
  ],
  invalid: [
    {
      title: 'shares that are too few or too many, and ways that none are left for',
      nodes: `
  z:
    kind: branch
    on: share
    cases: [{when: 60%, to: a}, {when: "30", to: a}]
#   ^^^^^ share-sum lost
  a:
    kind: branch
    on: share
    cases: [{when: 60%, to: b}, {when: 50%, to: b}]
#   ^^^^^ share-sum tooMany
  b:
    kind: branch
    on: share
    cases: [{when: 60%, to: c}, {when: 40%, to: c}]
    otherwise: c
#              ^ share-sum noneLeft !warning
  c:
    kind: branch
    on: share
    cases:
      - {when: 100%, to: d}
      - {when: rest, to: d}
#              ^^^^ share-sum noneLeft !warning
  d: {kind: hangup}`,
    },
  ],
});
