import { brazilNoAdvertising } from '../../../src/lint/rules/brazil-no-advertising.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(brazilNoAdvertising, {
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
#                                      ^^^^^^^^^ brazil-no-advertising waiting
  o: {kind: announcement, say: New rates!, tags: [marketing], to: q}
#                                                 ^^^^^^^^^ brazil-no-advertising waiting`,
    },
  ],
});
