import { noWayOutOfQueue } from '../../../src/lint/rules/no-way-out-of-queue.ts';
import { testRule } from '../../support/test-rule.ts';

const directory = `directory: 1
id: d
timeZone: Europe/Athens
queues:
  chained: {overflow: [{to: other, after: 1m}]}
  other: {}
`;

testRule(noWayOutOfQueue, {
  valid: [
    {
      title: 'queues with an overflow, an offer or a chain, and imported ones',
      directory,
      nodes: `
  a: {kind: queue, queue: other, overflow: {after: 5m, to: b}}
  b: {kind: queue, queue: other, announce: {offer: callback}, closed: c}
  c: {kind: queue, queue: chained, closed: d}
  d: {kind: queue, origin: [x], queue: other}`,
    },
  ],
  invalid: [
    {
      title: 'queues in which callers can only wait on',
      directory,
      nodes: `
  a: {kind: queue, queue: other, announce: {every: 30s}, closed: b}
# ^ no-way-out-of-queue forever
  b: {kind: queue, queue: {unknown: $.Q}}
# ^ no-way-out-of-queue forever`,
    },
    {
      title: 'the same without a directory',
      nodes: `
  a: {kind: queue, queue: general}
# ^ no-way-out-of-queue forever`,
    },
  ],
});
