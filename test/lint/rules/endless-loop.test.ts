import { endlessLoop } from '../../../src/lint/rules/endless-loop.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(endlessLoop, {
  valid: [
    {
      title: 'a menu that repeats itself and also leads on',
      nodes: `
  a: {kind: menu, options: [{key: "9", do: repeat}, {key: "1", to: b}], noInput: {to: b}, noMatch: {to: a}}
  b: {kind: hangup}`,
    },
    ...[
      '{kind: queue, queue: q, overflow: {to: a}}',
      '{kind: voicemail, to: a}',
      '{kind: callback, to: a}',
      '{kind: subflow, script: other, to: a}',
      '{kind: opaque, vendor: v, type: t, exits: [{trigger: next, to: a}]}',
    ].map((node) => ({
      title: `a round with ${node} in it`,
      nodes: `  a: {kind: menu, options: [{key: "1", to: b}]}\n  b: ${node}`,
    })),
    {
      title: 'silence that a branch can count',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: c}], noInput: {to: b}}
  b: {kind: branch, on: {result: loop}, cases: [{when: again, to: a}], otherwise: c}
  c: {kind: hangup}`,
    },
    {
      title: 'a round that nobody comes to, or with an exit that the author left empty',
      nodes: `
  a: {kind: menu, options: [{key: "1"}, {key: "2", to: a}]}
  x: {kind: announcement, to: y}
  y: {kind: announcement, to: x}`,
    },
  ],
  invalid: [
    {
      title: 'a round of menus that nothing leads out of',
      nodes: `
  start: {kind: announcement, to: a}
  a: {kind: menu, options: [{key: "1", to: b}, {key: "9", do: repeat}], noInput: {to: a}}
# ^ endless-loop noWayOut
  b: {kind: menu, options: [{key: "*", do: back}], noInput: {to: a}}`,
    },
    {
      title: 'a menu that leads silent callers to itself, also round about and by default',
      head: 'defaults: {noInput: {to: sorry}}\n#                        ^^^^^ endless-loop silence !warning',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: b}, {key: "2", to: c}]}
  sorry: {kind: announcement, to: a}
  b: {kind: collect, to: c, noInput: {attempts: 3, to: b}}
#                                                      ^ endless-loop silence !warning
  c: {kind: hangup}`,
    },
  ],
});
