import { unknownQueue } from '../../../src/lint/rules/unknown-queue.ts';
import { testRule } from '../../support/test-rule.ts';

const directory = 'directory: 1\nid: d\ntimeZone: Europe/Athens\nqueues: {general: {}, cards: {}}';

testRule(unknownQueue, {
  valid: [
    { title: 'queues of the directory', directory, nodes: '  a: {kind: queue, queue: general}' },
    { title: 'any queue when there is no directory', nodes: '  a: {kind: queue, queue: sales}' },
    {
      title: 'queues that an import could not know, and call-backs without one',
      directory,
      nodes: `
  a: {kind: branch, on: {queue-status: {unknown: $.Q}}, cases: [{when: open, to: b}], otherwise: c}
  b: {kind: queue, queue: {unknown: $.Q}}
  c: {kind: callback}`,
    },
  ],
  invalid: [
    {
      title: 'queues that the directory has not',
      directory,
      nodes: `
  a:
    kind: branch
    on: {queue-status: card}
#                      ^^^^ unknown-queue queue
    cases: [{when: open, to: b}]
    otherwise: c
  b: {kind: queue, queue: constructor2}
#                         ^^^^^^^^^^^^ unknown-queue queue
  c: {kind: callback, queue: genral}
#                            ^^^^^^ unknown-queue queue`,
    },
  ],
});
