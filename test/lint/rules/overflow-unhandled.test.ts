import { overflowUnhandled } from '../../../src/lint/rules/overflow-unhandled.ts';
import { testRule } from '../../support/test-rule.ts';

const directory = `directory: 1
id: d
timeZone: Europe/Athens
queues:
  small: {capacity: 1}
  large: {capacity: 40}
  endless: {}
  zero: {capacity: 0}
  chained: {capacity: 3, overflow: [{to: large, after: 1m}]}
`;

testRule(overflowUnhandled, {
  valid: [
    {
      title: 'queues without a capacity, with a way for overflow or errors, and with a chain',
      directory,
      nodes: `
  a: {kind: queue, queue: small, overflow: {after: 1m, to: b}}
  b: {kind: queue, queue: large, error: c}
  c: {kind: queue, queue: endless, closed: d}
  d: {kind: queue, queue: chained, closed: f}
  f: {kind: queue, queue: zero, closed: e}
  e: {kind: queue, queue: {unknown: $.Q}}`,
    },
    { title: 'any queue without a directory', nodes: '  a: {kind: queue, queue: small}' },
    {
      title: 'queues named like parts of objects',
      directory,
      nodes: '  a: {kind: queue, queue: to-string}',
    },
  ],
  invalid: [
    {
      title: 'queues that can be full and have no way for the next callers',
      directory,
      nodes: `
  a: {kind: queue, queue: small, closed: b}
# ^ overflow-unhandled full
  b: {kind: queue, queue: large}
# ^ overflow-unhandled full`,
    },
  ],
});
