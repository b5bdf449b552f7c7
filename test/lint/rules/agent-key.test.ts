import { agentKey } from '../../../src/lint/rules/agent-key.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(agentKey, {
  valid: [
    {
      title: '0 that leads to people, also through hours, announcements and a further menu',
      nodes: `
  a: {kind: menu, options: [{key: "0", to: hours}, {key: "1", to: b}]}
  b: {kind: menu, options: [{key: "0", to: desks}, {key: "1", to: c}]}
  c: {kind: menu, options: [{key: "0", role: agent, to: a}]}
  hours: {kind: branch, on: {calendar: desk}, cases: [{when: open, to: q}], otherwise: closed}
  closed: {kind: announcement, say: We are closed., to: end}
  desks: {kind: menu, options: [{key: "1", to: q}]}
  q: {kind: queue, queue: desk}
  end: {kind: hangup}`,
    },
    {
      title: '0 that leads where nobody can see',
      nodes: `
  a: {kind: menu, options: [{key: "0", to: o}, {key: "1", to: b}]}
  b: {kind: menu, options: [{key: "0", to: nowhere}, {key: "1", to: c}]}
  c: {kind: menu, options: [{key: "0", to: s}, {key: "1", to: q}]}
  o: {kind: opaque, vendor: acme, type: Wait, exits: []}
  s: {kind: subflow, script: other}
  q: {kind: queue, queue: desk}`,
    },
    {
      title: '0 for anything where nobody answers at all',
      nodes: `
  a: {kind: menu, options: [{key: "0", do: repeat}, {key: "1", to: b}]}
  b: {kind: hangup}`,
    },
    {
      title: 'a person on another key who is a choice of their own, or where 0 is a person too',
      nodes: `
  a: {kind: menu, options: [{key: "1", role: agent, reason: help, to: q}, {key: "2", to: b}]}
  b: {kind: menu, options: [{key: "9", role: agent, to: q}, {key: "0", role: agent, to: q}]}
  q: {kind: queue, queue: desk}`,
    },
  ],
  invalid: [
    {
      title: '0 that repeats, goes back or ends the call although people are there',
      nodes: `
  a:
    kind: menu
    options:
      - {key: "0", to: a}
#             ^^^ agent-key notPerson
      - {key: "1", to: b}
      - {key: "2", to: q}
  b:
    kind: menu
    options:
      - {key: "0", to: main}
#             ^^^ agent-key notPerson
      - {key: "1", to: c}
  main: {kind: announcement, say: Main menu., to: a}
  c:
    kind: menu
    options:
      - {key: "0", to: end}
#             ^^^ agent-key notPerson
      - {key: "1", to: d}
  d:
    kind: menu
    options:
      - {key: "0", do: repeat}
#             ^^^ agent-key notPerson
  q: {kind: queue, queue: desk}
  end: {kind: hangup}`,
    },
    {
      title: 'a person on another key while 0 is free',
      nodes: `
  a:
    kind: menu
    options:
      - {key: "1", to: q}
      - {key: "9", role: agent, to: q}
#             ^^^ agent-key otherKey !info
  q: {kind: queue, queue: desk}`,
    },
  ],
});
