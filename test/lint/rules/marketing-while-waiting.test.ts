import { marketingWhileWaiting } from '../../../src/lint/rules/marketing-while-waiting.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(marketingWhileWaiting, {
  valid: [
    {
      title: 'advertising that nobody waits with, and queues without it',
      nodes: `
  a: {kind: announcement, say: New rates!, tags: [marketing], to: q}
  q: {kind: queue, queue: desk, overflow: {after: 2m, to: m}}
  m: {kind: menu, options: [{key: "1", to: o}]}
  o: {kind: announcement, say: New rates!, tags: [marketing], to: x}
  x: {kind: hangup}
  z: {kind: queue, queue: nobody, tags: [marketing]}`,
    },
  ],
  invalid: [
    {
      title: 'advertising in the queue, and between two times of waiting',
      nodes: `
  q: {kind: queue, queue: desk, tags: [marketing], overflow: {after: 2m, to: o}}
#                                      ^^^^^^^^^ marketing-while-waiting waiting
  o: {kind: announcement, say: New rates!, tags: [marketing], to: q}
#                                                 ^^^^^^^^^ marketing-while-waiting waiting`,
    },
  ],
});
