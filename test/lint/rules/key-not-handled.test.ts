import { keyNotHandled } from '../../../src/lint/rules/key-not-handled.ts';
import { testRule } from '../../support/test-rule.ts';

const rest = '\n  b: {kind: hangup}';
const menu = (say: string, keys: readonly string[]): string =>
  `  a: {kind: menu, say: "${say}", options: [${keys.map((key) => `{key: "${key}", to: b}`).join(', ')}]}${rest}`;

testRule(keyNotHandled, {
  valid: [
    {
      title: 'keys that the menu has',
      nodes: menu('Press 1 for A, 2 for B or 3 for C.', ['1', '2', '3']),
    },
    {
      title: 'numbers that are no keys',
      nodes: menu(
        'Have the last 4 digits of your card ready. We are open 9 to 5 since 1998. Press 1.',
        ['1'],
      ),
    },
    {
      title: 'prompts that it can not judge',
      nodes: menu('Rate us from 1 to 5, or press 7.', ['1']),
    },
    {
      title: 'languages that it does not know',
      head: 'language: tr',
      nodes: menu('For English press 8.', ['1']),
    },
    {
      title: 'menus that only listen to speech, or whose choices are conditions',
      nodes: `
  a: {kind: menu, say: "Press 5.", options: [{intent: cards, to: b}, {intent: bills, to: c}]}
  b: {kind: menu, say: "Press 5.", options: [{key: "1", to: c}, {intent: ">= 3", to: c}]}
  c: {kind: hangup}`,
    },
    {
      title: 'what is said where the way parts again',
      nodes: `
  a: {kind: announcement, say: "Press 1, or in the evening press 2.", to: hours}
  hours: {kind: branch, on: {calendar: o}, cases: [{when: open, to: b}], otherwise: c}
  b: {kind: menu, options: [{key: "1", to: d}]}
  c: {kind: menu, options: [{key: "2", to: d}]}
  d: {kind: hangup}`,
    },
    {
      title: 'menus that nobody reaches',
      nodes: `  x: {kind: hangup}\n${menu('Press 5.', ['1'])}`,
    },
  ],
  invalid: [
    {
      title: 'keys in headers, options, retries and in the announcement before',
      nodes: `
  a: {kind: announcement, say: Welcome. Press star for Spanish., to: m}
#                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ key-not-handled notHandled
  m:
    kind: menu
    say: For all else, press zero.
#        ^^^^^^^^^^^^^^^^^^^^^^^^^ key-not-handled notHandled
    options:
      - {key: "1", say: For cards press 2., to: b}
#                       ^^^^^^^^^^^^^^^^^^ key-not-handled notHandled
    noInput: {say: Press 1 or 3., to: b}
#                  ^^^^^^^^^^^^^ key-not-handled notHandled
    noMatch: {attempts: 3, to: q}
  b: {kind: hangup}
  q: {kind: queue, queue: general}`,
    },
    {
      title: 'a key that only one language names',
      nodes: `
  a: {kind: menu, say: {en: Press 1., el: Πατήστε 2.}, options: [{key: "1", to: b}]}
#                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ key-not-handled notHandled
  b: {kind: hangup}`,
    },
    {
      title: 'a key that reaches people only as a mistake, as information',
      nodes: `
  a:
    kind: menu
    say: For cards press 1, for an agent press 0.
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ key-not-handled fallsThrough !info
    options: [{key: "1", to: b}]
    noMatch: {attempts: 1, to: q}
  b: {kind: hangup}
  q: {kind: queue, queue: general}`,
    },
  ],
});
