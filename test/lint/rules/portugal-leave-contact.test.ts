import { portugalLeaveContact } from '../../../src/lint/rules/portugal-leave-contact.ts';
import { testRule } from '../../support/test-rule.ts';

const rest = `
  v: {kind: voicemail, say: Message?}
  x: {kind: hangup}`;

testRule(portugalLeaveContact, {
  valid: [
    {
      title: 'offers while callers wait, or a voicemail in time, also by way of a menu',
      head: 'entries: [{start: a}, {start: b}, {start: c}, {start: d}]',
      nodes: `
  a: {kind: queue, queue: desk, announce: {offer: callback}}
  b: {kind: queue, queue: desk, overflow: {after: 60s, to: v}}
  c: {kind: queue, queue: desk, overflow: {after: 1m, to: m}}
  m: {kind: menu, options: [{key: "1", to: v}, {key: "2", to: c}]}
  d: {kind: queue, queue: desk, overflow: {to: v}}${rest}`,
    },
    {
      title: 'queues of an import, and what lies in another script',
      head: 'entries: [{start: a}, {start: b}]',
      nodes: `
  a: {kind: queue, queue: desk, origin: [block-1]}
  b: {kind: queue, queue: desk, overflow: {after: 30s, to: s}}
  s: {kind: subflow, script: other}${rest}`,
    },
  ],
  invalid: [
    {
      title: 'no offer at all, none behind another queue, and one that comes late',
      nodes: `
  a: {kind: queue, queue: desk, announce: {offer: self-service}, closed: {to: b}}
# ^ portugal-leave-contact never
  b: {kind: queue, queue: desk, overflow: {after: 30s, to: c}}
# ^ portugal-leave-contact never
  c: {kind: queue, queue: desk, overflow: {after: 90s, to: v}}
#                                                 ^^^ portugal-leave-contact late${rest}`,
    },
  ],
});
