import { yesNoKeys } from '../../../src/lint/rules/yes-no-keys.ts';
import { testRule } from '../../support/test-rule.ts';

const options = `
    options:
      - {key: "1", to: b}
      - {key: "2", to: b}
  b: {kind: hangup}`;

testRule(yesNoKeys, {
  valid: [
    {
      title: 'yes on 1, in one text or in the options',
      nodes: `
  a: {kind: menu, say: "For yes, press 1. For no, press 2.", options: [{key: "1", to: b}, {key: "2", to: b}]}
  b:
    kind: menu
    options: [{key: "1", say: "Press 1 for yes.", to: c}, {key: "2", say: "Press 2 for no.", to: c}]
  c: {kind: hangup}`,
    },
    {
      title: 'words that only look like an answer',
      nodes: `
  a:
    kind: menu
    say: If yes is what you said before, press 2. If there was no answer or no reply, press 1.${options}`,
    },
    {
      title: 'other keys, more keys, and prompts that nobody can read',
      nodes: `
  a: {kind: menu, say: "For yes press 1, for no press 3.", options: [{key: "1", to: b}, {key: "3", to: b}]}
  b: {kind: menu, say: "For yes press 2, for no press 1, or press 0 for help.", options: [{key: "1", to: c}, {key: "2", to: c}]}
  c: {kind: menu, say: {recording: a.wav, length: 3s}, options: [{key: "1", to: d}, {key: "2", to: d}]}
  d: {kind: hangup}`,
    },
    {
      title: 'a Spanish if, which is no yes',
      head: 'language: es',
      nodes: `
  a:
    kind: menu
    say: Si llama por primera vez, pulse 2. Si no, pulse 1.${options}`,
    },
  ],
  invalid: [
    {
      title: 'yes on 2 and no on 1, before or behind the words',
      nodes: `
  a:
    kind: menu
    say: Is that right? For no, press 1. For yes, press 2.
    options:
      - {key: "1", to: b}
      - {key: "2", to: b}
#             ^^^ yes-no-keys swapped
  b:
    kind: menu
    options:
      - {key: "2", say: "Press 2 for yes", to: c}
#             ^^^ yes-no-keys swapped
      - {key: "1", say: "and 1 for no.", to: c}
  c: {kind: hangup}`,
    },
    {
      title: 'the same in one of two languages',
      nodes: `
  a:
    kind: menu
    say: {en: "For yes, press 1. For no, press 2.", de: "Für ja drücken Sie die 2, für nein die 1."}
    options:
      - {key: "1", to: b}
      - {key: "2", to: b}
#             ^^^ yes-no-keys swapped
  b: {kind: hangup}`,
    },
  ],
});
