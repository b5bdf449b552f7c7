import { brazilDataBeforePerson } from '../../../src/lint/rules/brazil-data-before-person.ts';
import { testRule } from '../../support/test-rule.ts';

const rest = '\n  q: {kind: queue, queue: desk}\n  x: {kind: hangup}';

testRule(brazilDataBeforePerson, {
  valid: [
    {
      title: 'a person before the data, and one for who enters nothing',
      head: 'entries: [{start: a}, {start: c}]',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: b}, {key: "0", to: q}]}
  b: {kind: collect, say: CPF?, to: q, noInput: {to: x}}
  c: {kind: collect, say: CPF?, to: q, noInput: {to: q}}${rest}`,
    },
    {
      title: 'parts that can not be seen, and lines without any person',
      head: 'entries: [{start: a}, {start: c}]',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: s}, {key: "2", to: b}]}
  b: {kind: collect, say: CPF?, to: q}
  s: {kind: subflow, script: other}
  c: {kind: collect, say: CPF?, to: x}${rest}`,
    },
  ],
  invalid: [
    {
      title: 'people who can only be reached with data',
      head: 'entries:\n  - {start: a}\n#           ^ brazil-data-before-person conditional',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: b}, {key: "2", to: x}]}
  b: {kind: collect, say: CPF?, to: t, noInput: {to: x}}
  t: {kind: task, task: verify, success: q, failure: q}${rest}`,
    },
  ],
});
