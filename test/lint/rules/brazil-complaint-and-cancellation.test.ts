import { brazilComplaintAndCancellation } from '../../../src/lint/rules/brazil-complaint-and-cancellation.ts';
import { testRule } from '../../support/test-rule.ts';

const rest = '\n  x: {kind: hangup}\n  q: {kind: queue, queue: desk}';

testRule(brazilComplaintAndCancellation, {
  valid: [
    {
      title: 'options by their roles, and by what they say',
      head: 'entries: [{start: a}, {start: b}]',
      nodes: `
  a: {kind: menu, options: [{key: "1", role: complaint, to: q}, {key: "2", role: cancellation, to: x}]}
  b: {kind: menu, options: [{key: "1", say: Reclamações, to: q}, {key: "2", title: Cancelamento, to: x}]}${rest}`,
    },
    {
      title: 'imported menus, and menus further in',
      head: 'entries: [{start: a}, {start: b}]',
      nodes: `
  a: {kind: menu, origin: [block], options: [{key: "1", to: q}, {key: "2", to: x}]}
  b: {kind: menu, options: [{key: "1", role: complaint, to: c}, {key: "2", role: cancellation, to: x}]}
  c: {kind: menu, options: [{key: "1", to: q}, {key: "2", to: x}]}${rest}`,
    },
  ],
  invalid: [
    {
      title: 'a first menu with neither, and one of a flow without a number',
      head: 'entries: [{number: "+551130000000", start: a}]',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: q}, {key: "2", to: x}]}
# ^ brazil-complaint-and-cancellation missing
# ^ brazil-complaint-and-cancellation missing${rest}`,
    },
    {
      title: 'a first menu without cancelling, in a flow without a number',
      nodes: `
  a: {kind: menu, options: [{key: "1", role: complaint, to: q}, {key: "2", to: x}]}
# ^ brazil-complaint-and-cancellation missing !warning${rest}`,
    },
  ],
});
