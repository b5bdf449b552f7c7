import { keyNotOffered } from '../../../src/lint/rules/key-not-offered.ts';
import { testRule } from '../../support/test-rule.ts';

const rest = '\n  b: {kind: hangup}';
const menu = (say: string, keys: readonly string[]): string =>
  `  a: {kind: menu, say: "${say}", options: [${keys.map((key) => `{key: "${key}", to: b}`).join(', ')}]}${rest}`;

testRule(keyNotOffered, {
  valid: [
    { title: 'keys that are said', nodes: menu('Press one for A, two for B.', ['1', '2']) },
    { title: 'prompts that it can not judge', nodes: menu('Press 1 to 3.', ['1', '2', '3']) },
    {
      title: 'languages that it does not know',
      head: 'language: tr',
      nodes: menu('1 veya', ['1', '2']),
    },
    {
      title: 'recordings without a transcript',
      nodes: `  a: {kind: menu, say: {recording: main.wav}, options: [{key: "1", say: For A press 1., to: b}, {key: "2", to: b}]}${rest}`,
    },
    {
      title: 'prompts that an import knows only in part',
      nodes: `  a: {kind: menu, say: {unknown: "$.x. Press 1", text: Press 1}, options: [{key: "1", to: b}, {key: "2", to: b}]}${rest}`,
    },
    {
      title: 'menus that say no key: the prompt lies elsewhere',
      nodes: menu('Please choose.', ['1', '2']),
    },
    {
      title: 'keys that are said in the announcement before, also with a look-up between',
      nodes: `
  a: {kind: announcement, say: "For A press 1, for B press 2.", to: t}
  t: {kind: task, task: set language, success: m, failure: m}
  m: {kind: menu, say: Press 1 now., options: [{key: "1", to: b}, {key: "2", to: b}]}
  b: {kind: hangup}`,
    },
    {
      title: 'menus behind a part that can not be seen',
      nodes: `
  s: {kind: subflow, script: greeting, to: m}
  m: {kind: menu, say: Press 1., options: [{key: "1", to: b}, {key: "2", to: b}]}
  b: {kind: hangup}`,
    },
    {
      title: 'keys beside a word to say',
      nodes: `  a: {kind: menu, say: Say cards. Press 0 for help., options: [{key: "0", to: b}, {key: "1", intent: cards, to: b}]}${rest}`,
    },
  ],
  invalid: [
    {
      title: 'an option that the header leaves out, and one whose own words name no key',
      nodes: `
  a:
    kind: menu
    say: Press 1 for A.
    options:
      - {key: "1", to: b}
      - {key: "2", to: b}
#             ^^^ key-not-offered notOffered
  b:
    kind: menu
    options:
      - {key: "1", say: For cards., to: c}
#             ^^^ key-not-offered notOffered
  c: {kind: hangup}`,
    },
    {
      title: 'a key that one language leaves out',
      nodes: `
  a:
    kind: menu
    say: {en: "Press 1, or 2.", el: Πατήστε 1.}
    options: [{key: "1", to: b}, {key: "2", to: b}]
#                                      ^^^ key-not-offered notOffered
  b: {kind: hangup}`,
    },
    {
      title: 'shortcuts, as information',
      nodes: `
  a:
    kind: menu
    say: Press 1 for A.
    options:
      - {key: "1", to: b}
      - {key: "0", role: agent, to: b}
#             ^^^ key-not-offered shortcut !info
      - {key: "9", do: repeat}
#             ^^^ key-not-offered shortcut !info
  b: {kind: hangup}`,
    },
  ],
});
