import { callbackWithoutNotice } from '../../../src/lint/rules/callback-without-notice.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(callbackWithoutNotice, {
  valid: [
    {
      title: 'call-backs that are told in it, before it or behind it',
      nodes: `
  a: {kind: queue, queue: general, overflow: {after: 1m, to: b}, closed: c}
  b: {kind: callback, say: We will call you back., failure: c}
  c: {kind: announcement, say: We will call you back., to: d}
  d: {kind: callback, failure: e}
  e: {kind: queue, queue: general, overflow: {after: 1m, to: f}}
  f: {kind: callback, to: g}
  g: {kind: hangup, say: We will call you back.}`,
    },
    {
      title: 'call-backs that were chosen or offered',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: c}, {key: "2", to: b}]}
  b: {kind: queue, queue: general, announce: {offer: callback}, overflow: {after: 1m, to: c}}
  c: {kind: callback}`,
    },
  ],
  invalid: [
    {
      title: 'call-backs that nobody hears of',
      nodes: `
  a: {kind: queue, queue: general, overflow: {after: 1m, to: b}}
  b: {kind: callback, to: c}
# ^ callback-without-notice untold
  c: {kind: hangup}`,
    },
  ],
});
