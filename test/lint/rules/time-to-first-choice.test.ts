import { timeToFirstChoice } from '../../../src/lint/rules/time-to-first-choice.ts';
import { testRule } from '../../support/test-rule.ts';

const say = (seconds: number): string => `say: {recording: a.wav, length: ${seconds}s}`;
const options =
  'options: [{key: "1", say: For A press 1., to: z}, {key: "2", say: For B press 2., to: z}]';
const end = '\n  z: {kind: hangup}';

testRule(timeToFirstChoice, {
  valid: [
    {
      title: 'fifteen seconds',
      nodes: `  a: {kind: announcement, ${say(10)}, to: m}\n  m: {kind: menu, ${say(5)}, ${options}}${end}`,
    },
    {
      title: 'long announcements of unknown length',
      nodes: `  a: {kind: announcement, say: {recording: a.wav}, to: m}\n  m: {kind: menu, ${options}}${end}`,
    },
    {
      title: 'a long prompt that names its first key early',
      nodes: `  m: {kind: menu, say: {recording: m.wav, length: 40s, text: "For A, press 1. For B, press 2. Thank you very much for calling us."}, options: [{key: "1", to: z}, {key: "2", to: z}]}${end}`,
    },
    {
      title: 'an announcement that says the options',
      nodes: `  a: {kind: announcement, say: {recording: a.wav, length: 40s, text: "For A, press 1. For B, press 2."}, to: m}\n  m: {kind: menu, options: [{key: "1", to: z}, {key: "2", to: z}]}${end}`,
    },
    {
      title: 'a recording that may say the options',
      nodes: `  a: {kind: announcement, ${say(40)}, to: m}\n  m: {kind: menu, options: [{key: "1", to: z}, {key: "2", to: z}]}${end}`,
    },
    {
      title: 'a shorter way to the same menu',
      nodes: `  h: {kind: branch, on: {attribute: known}, cases: [{when: "yes", to: m}], otherwise: a}\n  a: {kind: announcement, ${say(40)}, to: m}\n  m: {kind: menu, ${options}}${end}`,
    },
    {
      title: 'what comes behind the first choice',
      nodes: `  l: {kind: menu, options: [{key: "1", say: For A press 1., to: a}, {key: "2", to: z}]}\n  a: {kind: announcement, ${say(40)}, to: m}\n  m: {kind: menu, ${options}}${end}`,
    },
  ],
  invalid: [
    {
      title: 'greeting and header together, as a warning, and more as an error',
      nodes: `
  h: {kind: branch, on: {calendar: c}, cases: [{when: open, to: a}], otherwise: b}
  a: {kind: announcement, ${say(10)}, to: m}
  m: {kind: menu, ${say(6)}, ${options}}
# ^ time-to-first-choice late
  b: {kind: announcement, ${say(31)}, to: n}
  n: {kind: menu, ${options}}
# ^ time-to-first-choice late !error
  z: {kind: hangup}`,
    },
    {
      title: 'what the law demands, as information',
      nodes: `
  a: {kind: announcement, tags: [legal], ${say(31)}, to: m}
  m: {kind: menu, ${options}}
# ^ time-to-first-choice demanded !info
  z: {kind: hangup}`,
    },
    {
      title: 'a text that is long even when it is said fast',
      nodes: `
  m:
# ^ time-to-first-choice late
    kind: menu
    say: ${'Welcome to the one and only house of fine shoes and hats. '.repeat(5)}For A, press 1. For B, press 2.
    options: [{key: "1", to: z}, {key: "2", to: z}]
  z: {kind: hangup}`,
    },
    {
      title: 'the language of a second number',
      head: 'language: en\nentries: [{start: a}, {start: a, language: el}]',
      nodes: `
  a: {kind: announcement, say: {recording: {en: a.wav, el: b.wav}, length: {en: 4s, el: 20s}}, to: m}
  m: {kind: menu, ${options}}
# ^ time-to-first-choice late
  z: {kind: hangup}`,
    },
  ],
});
