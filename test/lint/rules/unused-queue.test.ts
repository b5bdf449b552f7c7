import { unusedQueue } from '../../../src/lint/rules/unused-queue.ts';
import { testRule } from '../../support/test-rule.ts';

const directory = `directory: 1
id: d
timeZone: Europe/London
queues:
  first: {overflow: [{to: second}]}
  second: {overflow: [{to: third}]}
  third: {}
  calls: {}
  asked: {}`;
const head = 'directory: d.yaml';

testRule(unusedQueue, {
  valid: [
    {
      title: 'queues that nodes name, and those that overflowing callers go to',
      directory,
      head,
      nodes: `
  a: {kind: branch, on: {queue-status: asked}, cases: [], otherwise: b}
  b: {kind: queue, queue: first, overflow: {to: c}}
  c: {kind: callback, queue: calls}`,
    },
    { title: 'scripts without a directory', nodes: '  a: {kind: hangup}' },
    {
      title: 'scripts that lead into others, or that nobody can look into',
      directory,
      head,
      nodes: '  a: {kind: subflow, script: other}',
    },
    {
      title: 'scripts with a queue that is only known during the call',
      directory,
      head,
      nodes: '  a: {kind: queue, queue: {unknown: x}}',
    },
  ],
  invalid: [
    {
      title: 'each queue that nothing leads to, at the name of the directory',
      directory,
      head: `directory: d.yaml
#          ^^^^^^ unused-queue unused
#          ^^^^^^ unused-queue unused`,
      nodes: `
  a: {kind: queue, queue: first, overflow: {to: b}}
  b: {kind: queue, queue: nowhere}`,
    },
  ],
});
