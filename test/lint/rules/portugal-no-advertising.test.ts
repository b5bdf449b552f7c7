import { portugalNoAdvertising } from '../../../src/lint/rules/portugal-no-advertising.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(portugalNoAdvertising, {
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
#                                      ^^^^^^^^^ portugal-no-advertising waiting
  o: {kind: announcement, say: New rates!, tags: [marketing], to: q}
#                                                 ^^^^^^^^^ portugal-no-advertising waiting`,
    },
  ],
});
