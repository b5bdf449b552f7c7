import { noHumanPath } from '../../../src/lint/rules/no-human-path.ts';
import { testRule } from '../../support/test-rule.ts';

const line = 'entries: [{number: "+15550100", start: a}]';

testRule(noHumanPath, {
  valid: [
    {
      title: 'a menu from which silence alone leads to a queue, and goodbyes behind self-service',
      head: line,
      nodes: `
  a: {kind: menu, options: [{key: "1", to: b}], noInput: {to: q}}
  b: {kind: task, task: balance, success: bye, failure: q}
  q: {kind: queue, queue: general}
  bye: {kind: hangup}`,
    },
    {
      title: 'a sub-menu with a way back',
      head: line,
      nodes: `
  a: {kind: menu, options: [{key: "1", to: b}, {key: "0", to: t}]}
  b: {kind: menu, options: [{key: "1", to: bye}, {key: "*", do: back}]}
  t: {kind: transfer, number: "+15550101"}
  bye: {kind: hangup}`,
    },
    {
      title: 'menus behind which something lies that can not be seen',
      head: line,
      nodes: `
  a: {kind: menu, options: [{key: "1", to: b}, {key: "2", to: c}, {key: "3", to: d}]}
  b: {kind: menu, options: [{key: "1", to: s}]}
  c: {kind: menu, options: [{key: "1", to: o}]}
  d: {kind: menu, options: [{key: "1"}]}
  s: {kind: subflow, script: other}
  o: {kind: opaque, vendor: amazon-connect, type: CreateCase, exits: []}`,
    },
    {
      title: 'lines that only tell something',
      head: line,
      nodes: '  a: {kind: announcement, say: It is noon., to: b}\n  b: {kind: hangup}',
    },
    {
      title: 'whispers, holds and surveys: no number, and nowhere to choose between',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: b}, {key: "2", to: b}], noInput: {to: c}, noMatch: {to: c}}
  b: {kind: announcement, say: Thank you., to: c}
  c: {kind: hangup}`,
    },
  ],
  invalid: [
    {
      title: 'a line without anybody, at the entry',
      head: 'entries:\n  - {number: "+15550100", start: a}\n#                                ^ no-human-path nowhere',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: bye}], noInput: {to: bye}, noMatch: {to: bye}}
  bye: {kind: hangup}`,
    },
    {
      title: 'the first menu from which nobody can be reached, not those behind it',
      head: line,
      nodes: `
  a: {kind: menu, options: [{key: "1", to: x}, {key: "0", to: q}]}
  x: {kind: announcement, to: b}
  b: {kind: menu, options: [{key: "1", to: c}, {key: "2", to: bye}]}
# ^ no-human-path lost
  c: {kind: menu, options: [{key: "1", to: b}, {key: "2", to: bye}]}
  q: {kind: queue, queue: general}
  bye: {kind: hangup}`,
    },
    {
      title: 'a menu of a flow without a number, as a warning',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: b}, {key: "0", to: q}]}
  b: {kind: menu, options: [{key: "1", to: bye}, {key: "2", to: v}]}
# ^ no-human-path lost !warning
  v: {kind: voicemail}
  q: {kind: queue, queue: general}
  bye: {kind: hangup}`,
    },
  ],
});
