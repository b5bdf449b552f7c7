import { usRelayRepeat } from '../../../src/lint/rules/us-relay-repeat.ts';
import { testRule } from '../../support/test-rule.ts';

const rest = '\n  q: {kind: queue, queue: desk}\n  x: {kind: hangup}';

testRule(usRelayRepeat, {
  valid: [
    {
      title: 'a key to hear the menu again, or one that leads to it, and menus further in',
      head: 'entries: [{start: a}, {start: b}]',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: q}, {key: "2", to: x}, {key: "9", do: repeat}]}
  b: {kind: menu, options: [{key: "1", to: c}, {key: "2", to: b}]}
  c: {kind: menu, options: [{key: "1", to: q}, {key: "2", to: x}]}${rest}`,
    },
  ],
  invalid: [
    {
      title: 'a main menu without one',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: q}, {key: "2", to: x}]}
# ^ us-relay-repeat once${rest}`,
    },
  ],
});
