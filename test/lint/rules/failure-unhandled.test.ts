import { failureUnhandled } from '../../../src/lint/rules/failure-unhandled.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(failureUnhandled, {
  valid: [
    {
      title: 'look-ups, transfers and call-backs that have a way for failures, or for errors',
      nodes: `
  a: {kind: task, task: find, success: b, failure: d}
  b: {kind: transfer, number: "+18005550142", error: c}
  c: {kind: callback, failure: d}
  d: {kind: queue, queue: general}`,
    },
    {
      title: 'failures that lead to a node that does not exist, which another rule tells',
      nodes: '  a: {kind: task, task: find, success: a, failure: nowhere}',
    },
    {
      title: "blocks of a vendor's file, and nodes that no caller reaches",
      nodes: `
  a: {kind: task, origin: [set-voice], task: set voice, success: b}
  b: {kind: hangup}
  c: {kind: task, task: find, success: b}`,
    },
  ],
  invalid: [
    {
      title: 'whatever can fail and has no way for that',
      nodes: `
  a: {kind: task, task: find, success: b}
# ^ failure-unhandled cutOff
  b: {kind: transfer, number: "+18005550142", to: c}
# ^ failure-unhandled cutOff
  c: {kind: callback, to: d}
# ^ failure-unhandled cutOff
  d: {kind: hangup}`,
    },
  ],
});
