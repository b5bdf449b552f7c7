import { spainQueueCut } from '../../../src/lint/rules/spain-queue-cut.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(spainQueueCut, {
  valid: [
    {
      title: 'waits that lead on to a voicemail, a question or another queue',
      head: 'entries: [{start: a}, {start: b}, {start: c}]',
      nodes: `
  a: {kind: queue, queue: desk, overflow: {after: 2m, to: v}}
  v: {kind: voicemail, say: Message?, to: x}
  b: {kind: queue, queue: desk, overflow: {after: 2m, to: m}}
  m: {kind: menu, options: [{key: "1", to: a}], noInput: {to: x}}
  c: {kind: queue, queue: desk, overflow: {after: 2m, to: b}, closed: {to: x}}
  x: {kind: hangup}`,
    },
    {
      title: 'a full queue, and a check of the hours after the wait',
      nodes: `
  a: {kind: queue, queue: desk, overflow: {to: x}, closed: {to: b}}
  b: {kind: queue, queue: desk, overflow: {after: 2m, to: h}}
  h: {kind: branch, on: {calendar: office}, cases: [{when: open, to: a}], otherwise: x}
  x: {kind: hangup}`,
    },
  ],
  invalid: [
    {
      title: 'a goodbye after the wait, at once or behind an announcement',
      nodes: `
  a: {kind: queue, queue: desk, overflow: {after: 2m, to: x}, closed: {to: b}}
#                                                         ^ spain-queue-cut cut
  b: {kind: queue, queue: desk, overflow: {after: 2m, to: n}}
#                                                         ^ spain-queue-cut cut
  n: {kind: announcement, say: Call again., to: x}
  x: {kind: hangup}`,
    },
  ],
});
