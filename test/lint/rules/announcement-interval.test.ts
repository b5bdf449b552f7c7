import { announcementInterval } from '../../../src/lint/rules/announcement-interval.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(announcementInterval, {
  valid: [
    {
      title: 'intervals of 15 seconds to two minutes, none, and never',
      nodes: `
  a: {kind: queue, queue: general, announce: {every: 15s}, closed: b}
  b: {kind: queue, queue: general, announce: {every: 2m}, closed: c}
  c: {kind: queue, queue: general, announce: {waitTime: true}, closed: d}
  d: {kind: queue, queue: general, announce: {every: 0}}`,
    },
  ],
  invalid: [
    {
      title: 'words all the time, and hardly ever',
      nodes: `
  a: {kind: queue, queue: general, announce: {every: 8s}, closed: b}
#                                                    ^^ announcement-interval often
  b: {kind: queue, queue: general, announce: {every: 5m}}
#                                                    ^^ announcement-interval seldom`,
    },
  ],
});
