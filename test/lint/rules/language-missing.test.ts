import { languageMissing } from '../../../src/lint/rules/language-missing.ts';
import { testRule } from '../../support/test-rule.ts';

const rest = '\n  z: {kind: hangup}';
const twoLanguages = 'entries: [{start: a}, {start: a, language: el}]';

testRule(languageMissing, {
  valid: [
    {
      title: 'prompts in all the languages that calls come in',
      head: twoLanguages,
      nodes: `  a: {kind: announcement, say: {en: Hello., el: Γεια σας.}, to: z}${rest}`,
    },
    {
      title: 'texts for all languages, and a script that has only those',
      head: twoLanguages,
      nodes: `  a: {kind: menu, say: Hello there., options: [{key: "1", say: "For A, press 1.", to: z}]}${rest}`,
    },
    {
      title: 'a language that no prompt is made in: the offer of it is what is wrong',
      head: twoLanguages,
      nodes: `  a: {kind: announcement, say: {en: Hello.}, to: z}${rest}`,
    },
    {
      title: 'prompts that no caller of the language comes to',
      head: twoLanguages,
      nodes: `
  a: {kind: announcement, say: {en: Hello., el: Γεια σας.}, to: b}
  b: {kind: branch, on: language, cases: [{when: el, to: c}], otherwise: d}
  c: {kind: announcement, say: {el: Περιμένετε.}, to: z}
  d: {kind: announcement, say: {en: Please wait.}, to: z}${rest}`,
    },
    {
      title: 'a sibling of the language, and what an import could not read',
      head: 'entries: [{start: a}, {start: a, language: pt-BR}]',
      nodes: `
  a: {kind: announcement, say: {en: Hello., pt: Olá.}, to: b}
  b: {kind: announcement, say: {unknown: "$.External.text", text: {en: Wait.}}, to: z}${rest}`,
    },
    {
      title: 'recordings in each language without a text in each',
      head: twoLanguages,
      nodes: `
  a: {kind: announcement, say: {en: Hello., el: Γεια σας.}, to: b}
  b: {kind: announcement, say: {recording: {en: a.wav, el: b.wav}, text: {en: Wait.}}, to: z}${rest}`,
    },
    {
      title: 'options that offer a language in that language alone',
      nodes: `
  a:
    kind: menu
    say: {en: Hello., el: Γεια σας.}
    options:
      - {key: "1", say: {en: "For cards, press 1.", el: "Για κάρτες, πατήστε 1."}, to: z}
      - {key: "2", say: {en: "For loans, press 2.", el: "Για δάνεια, πατήστε 2."}, to: z}
      - {key: "8", say: "Για ελληνικά, πατήστε 8.", role: language, language: el, to: a}
      - {key: "9", say: {el: "Για ελληνικά, πατήστε 9."}, language: el, to: a}${rest}`,
    },
  ],
  invalid: [
    {
      title: 'an announcement that callers of an entry hear in another language',
      head: twoLanguages,
      nodes: `
  a: {kind: announcement, say: {en: Hello., el: Γεια σας.}, to: b}
  b: {kind: announcement, say: {en: Please wait.}, to: z}
#                              ^^^^^^^^^^^^^^^^^^ language-missing main
  z: {kind: hangup}`,
    },
    {
      title: 'an option that lacks a language which its neighbours have, wherever it is chosen',
      nodes: `
  a:
    kind: menu
    options:
      - {key: "1", say: {en: "For cards, press 1.", ja: カードは1を押してください。}, to: z}
      - {key: "2", say: {en: "For loans, press 2."}, to: z}
#                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ language-missing main
  z: {kind: hangup}`,
    },
    {
      title: 'a prompt of which callers of the main language hear nothing',
      head: twoLanguages,
      nodes: `
  a: {kind: announcement, say: {en: Hello., el: Γεια σας.}, to: b}
  b: {kind: announcement, say: {el: Περιμένετε.}, to: z}
#                              ^^^^^^^^^^^^^^^^^ language-missing nothing
  z: {kind: hangup}`,
    },
    {
      title: 'a default that lacks a language which callers choose',
      head: 'entries: [{start: a}]\ndefaults:\n  noInput:\n    say: {en: Nothing heard.}\n#        ^^^^^^^^^^^^^^^^^^^^ language-missing main',
      nodes: `
  a:
    kind: menu
    say: {en: Hello., el: Γεια σας.}
    options: [{key: "8", role: language, language: el, to: a}]${rest}`,
    },
    {
      title: 'one text for all in a menu whose other options have one for each',
      nodes: `
  a:
    kind: menu
    options:
      - {key: "1", say: {en: "For cards, press 1.", el: "Για κάρτες, πατήστε 1."}, to: z}
      - {key: "2", say: {en: "For loans, press 2.", el: "Για δάνεια, πατήστε 2."}, to: z}
      - {key: "3", say: "For payments, press 3.", to: z}
#                       ^^^^^^^^^^^^^^^^^^^^^^^^ language-missing same
  z: {kind: hangup}`,
    },
  ],
});
