import { usTimedResponse } from '../../../src/lint/rules/us-timed-response.ts';
import { testRule } from '../../support/test-rule.ts';

const rest = '\n  q: {kind: queue, queue: desk}\n  x: {kind: hangup}';

testRule(usTimedResponse, {
  valid: [
    {
      title: 'questions that are asked twice, or as often as the platform asks',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: b}], noInput: {attempts: 2, to: x}}
  b: {kind: collect, say: Number?, to: q, noInput: {to: x}}${rest}`,
    },
    {
      title: 'silence that leads to people, back to the question, or where an option leads',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: b}], noInput: {attempts: 1, to: q}}
  b: {kind: menu, options: [{key: "1", to: c}], noInput: {attempts: 1, to: n}}
  n: {kind: announcement, say: Nothing heard., to: b}
  c: {kind: menu, options: [{key: "1", to: x}], noInput: {attempts: 1, to: x}}${rest}`,
    },
    {
      title: 'menus that listen to speech',
      nodes: `  a: {kind: menu, options: [{intent: cards, to: q}], noInput: {attempts: 1, to: x}}${rest}`,
    },
  ],
  invalid: [
    {
      title: 'a question that is asked once',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: q}], noInput: {attempts: 1, to: x}}
#                                                                   ^ us-timed-response once${rest}`,
    },
    {
      title: 'the same by default, at each node',
      head: 'defaults: {noInput: {attempts: 1}}',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: b}], noInput: {to: v}}
# ^ us-timed-response once
  b: {kind: collect, say: Number?, to: q, noInput: {to: x}}
# ^ us-timed-response once
  v: {kind: voicemail}${rest}`,
    },
  ],
});
