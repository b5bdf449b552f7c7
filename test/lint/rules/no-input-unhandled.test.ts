import { noInputUnhandled } from '../../../src/lint/rules/no-input-unhandled.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(noInputUnhandled, {
  valid: [
    {
      title: 'menus and inputs that lead silent callers on',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: b}], noInput: {to: b}}
  b: {kind: collect, to: c, noInput: {wait: 5s, to: c}}
  c: {kind: hangup}`,
    },
    {
      title: 'scripts whose defaults lead silent callers on',
      head: 'defaults: {noInput: {wait: 5s, to: c}}',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: c}], noInput: {wait: 8s}}
  c: {kind: hangup}`,
    },
    {
      title: 'a target that does not exist, which another rule tells',
      nodes: '  a: {kind: menu, options: [{key: "1", to: a}], noInput: {to: nowhere}}',
    },
  ],
  invalid: [
    {
      title: 'menus and inputs that say nothing of silence, or only how long it lasts',
      head: 'defaults: {noInput: {wait: 5s, attempts: 3}}',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: b}]}
# ^ no-input-unhandled cutOff
  b: {kind: collect, to: c, noInput: {attempts: 2}}
#                           ^^^^^^^ no-input-unhandled cutOff
  c: {kind: hangup}`,
    },
  ],
});
