import { noMatchUnhandled } from '../../../src/lint/rules/no-match-unhandled.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(noMatchUnhandled, {
  valid: [
    {
      title: 'menus and inputs that lead mistaken callers on',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: b}], noMatch: {to: b}}
  b: {kind: collect, digits: {min: 4, max: 4}, to: c, noMatch: {to: c}}
  c: {kind: hangup}`,
    },
    {
      title: 'inputs in which any number of digits is right',
      nodes: '  a: {kind: collect, digits: {max: 10, end: "#"}, to: b}\n  b: {kind: hangup}',
    },
    {
      title: 'scripts whose defaults lead mistaken callers on',
      head: 'defaults: {noMatch: {to: c}}',
      nodes: '  a: {kind: menu, options: [{key: "1", to: c}]}\n  c: {kind: hangup}',
    },
  ],
  invalid: [
    {
      title: 'menus and inputs that say nothing of mistakes, or only how often they may be made',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: b}]}
# ^ no-match-unhandled cutOff
  b: {kind: collect, digits: {min: 4}, to: c, noMatch: {attempts: 2}}
#                                             ^^^^^^^ no-match-unhandled cutOff
  c: {kind: hangup}`,
    },
  ],
});
