import { waitWithoutAnnouncement } from '../../../src/lint/rules/wait-without-announcement.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(waitWithoutAnnouncement, {
  valid: [
    {
      title: 'queues that say or announce something',
      nodes: `
  a: {kind: queue, queue: general, say: Please hold., closed: b}
  b: {kind: queue, queue: general, announce: {every: 30s}}`,
    },
    {
      title: 'queues behind an announcement, in imports, and those that nobody reaches',
      nodes: `
  a: {kind: announcement, say: Please hold., to: b}
  b: {kind: queue, queue: general, closed: c}
  c: {kind: announcement, say: Still here., to: d}
  d: {kind: queue, origin: [x], queue: general}
  e: {kind: queue, queue: general}`,
    },
  ],
  invalid: [
    {
      title: 'queues without a word before or in them',
      nodes: `
  a: {kind: menu, say: "For sales, press 1.", options: [{key: "1", to: b}, {key: "2", to: c}]}
  b: {kind: queue, queue: sales}
# ^ wait-without-announcement nothing
  c: {kind: announcement, to: d}
  d: {kind: queue, queue: sales}
# ^ wait-without-announcement nothing`,
    },
    {
      title: 'a queue that calls begin in',
      nodes: `
  a: {kind: queue, queue: sales}
# ^ wait-without-announcement nothing`,
    },
  ],
});
