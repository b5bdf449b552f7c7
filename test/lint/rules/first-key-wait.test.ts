import { firstKeyWait } from '../../../src/lint/rules/first-key-wait.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(firstKeyWait, {
  valid: [
    {
      title: 'waits of 4 to 10 seconds, and scripts that leave it to the platform',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: b}, {key: "2", to: c}], noInput: {wait: 4s, to: b}}
  b: {kind: menu, options: [{key: "1", to: a}, {key: "2", to: c}], noInput: {wait: 10s, to: a}}
  c: {kind: menu, options: [{key: "1", to: a}, {key: "2", to: b}], noInput: {to: a}}`,
    },
    {
      title: 'a long time to find a number',
      nodes: '  a: {kind: collect, to: a, noInput: {wait: 20s, to: a}}',
    },
    {
      title: 'menus that only listen to speech',
      nodes: `
  a: {kind: menu, options: [{intent: yes, to: a}, {intent: no, to: a}], noInput: {wait: 2s, to: a}}`,
    },
    {
      title: 'short waits that move callers on',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: b}], noInput: {wait: 1s, to: c}}
  b: {kind: menu, options: [{key: "1", to: c}, {key: "2", to: a}], noInput: {wait: 2s, attempts: 1, to: c}}
  c: {kind: hangup}`,
    },
    {
      title: 'defaults that every menu overrules, and menus that no caller reaches',
      head: 'defaults: {noInput: {wait: 60s}}',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: a}, {key: "2", to: a}], noInput: {wait: 5s, to: a}}
  b: {kind: menu, options: [{key: "1", to: a}, {key: "2", to: a}], noInput: {wait: 1s, to: a}}`,
    },
  ],
  invalid: [
    {
      title: 'hurry and long silences',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: b}, {key: "2", to: c}], noInput: {wait: 3.9s, to: b}}
#                                                                                  ^^^^ first-key-wait hurried
  b: {kind: menu, options: [{key: "1", to: a}], noInput: {wait: 11, to: c}}
#                                                               ^^ first-key-wait silence
  c: {kind: collect, to: a, noInput: {wait: 500ms, to: a}}
#                                           ^^^^^ first-key-wait hurried`,
    },
    {
      title: 'a default once, however many menus it holds for',
      head: `defaults: {noInput: {wait: 2s}}
#                          ^^ first-key-wait hurried`,
      nodes: `
  a: {kind: menu, options: [{key: "1", to: b}, {key: "2", to: b}], noInput: {to: b}}
  b: {kind: menu, options: [{key: "1", to: a}, {key: "2", to: a}], noInput: {to: a}}`,
    },
  ],
});
