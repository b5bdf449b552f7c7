import { silentHangup } from '../../../src/lint/rules/silent-hangup.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(silentHangup, {
  valid: [
    {
      title: 'a goodbye at the end, before it, or in what is said to silent callers',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: b}], noInput: {to: bye}, noMatch: {to: sorry}}
  b: {kind: collect, to: sorry, noInput: {say: Goodbye., to: end}}
  sorry: {kind: announcement, say: We are closed., to: end}
  bye: {kind: hangup, say: Goodbye.}
  end: {kind: hangup}`,
    },
    {
      title: 'callers who choose to end the call',
      nodes: `
  a: {kind: menu, options: [{key: "9", to: end}], noInput: {to: end}}
  end: {kind: hangup}`,
    },
    {
      title: 'ways through a task, which may speak, or through what nobody can see',
      nodes: `
  a: {kind: collect, to: t, noInput: {to: o}}
  t: {kind: task, task: save, success: end}
  o: {kind: opaque, vendor: acme, type: Say, exits: [{trigger: next, to: end}]}
  end: {kind: hangup}`,
    },
    {
      title: 'a queue that is full or closed, and a word on the way, or on one of the ways',
      nodes: `
  a: {kind: queue, queue: sales, overflow: {to: busy}, closed: {to: bye}, error: end}
  busy: {kind: announcement, say: All lines are busy. Please call again later., to: end}
  bye: {kind: hangup, say: We are closed.}
  end: {kind: hangup}`,
    },
    {
      title: 'a full queue behind which only callers at night meet the end',
      nodes: `
  a: {kind: queue, queue: sales, overflow: {to: hours}, closed: {to: message}}
  hours: {kind: branch, on: {calendar: desk}, cases: [{when: open, to: message}], otherwise: end}
  message: {kind: voicemail, say: Leave a message., to: end}
  end: {kind: hangup}`,
    },
  ],
  invalid: [
    {
      title: 'a queue that is full, waits too long, or is closed',
      nodes: `
  a:
    kind: queue
    queue: sales
    say: Please hold.
    overflow: {after: 2m, to: end}
#                             ^^^ silent-hangup full
    closed: {to: end}
#                ^^^ silent-hangup closed
  end: {kind: hangup}`,
    },
    {
      title: 'silent and mistaken callers, and those who entered something',
      nodes: `
  a:
    kind: menu
    options: [{key: "1", to: b}]
    noInput: {to: end}
#                 ^^^ silent-hangup silence
    noMatch: {to: gate}
#                 ^^^^ silent-hangup mistake
  b:
    kind: collect
    to: gate
#       ^^^^ silent-hangup entered
  gate: {kind: branch, on: {calendar: desk}, cases: [{when: open, to: more}], otherwise: end}
  more: {kind: branch, on: language, cases: [{when: el, to: end}], otherwise: gate}
  end: {kind: hangup}`,
    },
    {
      title: 'the default of many menus once',
      head: 'defaults: {noInput: {to: end}}\n#                        ^^^ silent-hangup silence',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: b}]}
  b: {kind: menu, options: [{key: "1", to: a}]}
  end: {kind: hangup}`,
    },
  ],
});
