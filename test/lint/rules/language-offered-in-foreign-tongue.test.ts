import { languageOfferedInForeignTongue } from '../../../src/lint/rules/language-offered-in-foreign-tongue.ts';
import { testRule } from '../../support/test-rule.ts';

const option = (say: string, language = 'el', head = ''): string =>
  `  a: {kind: menu, ${head}options: [{key: "2", ${say === '' ? '' : `say: ${say}, `}language: ${language}, to: a}]}`;

testRule(languageOfferedInForeignTongue, {
  valid: [
    { title: 'an offer in its own language', nodes: option('"Για ελληνικά, πατήστε 2."') },
    { title: 'an offer in both languages', nodes: option('"For Greek, Ελληνικά, press 2."') },
    { title: 'an offer in Spanish words', nodes: option('"Para español, oprima dos."', 'es') },
    { title: 'words that could be either', nodes: option('"Español: 2."', 'es') },
    {
      title: 'the main language: who hears the menu understands it',
      nodes: option('{el: "Για αγγλικά, πατήστε 2."}', 'en'),
    },
    { title: 'recordings without a transcript', nodes: option('{recording: greek.wav}') },
    {
      title: 'an offer in the header of the menu',
      nodes: option('', 'el', 'say: "For Greek press 2. Για ελληνικά, 2.", '),
    },
    { title: 'languages that it knows nothing of', nodes: option('"For Welsh, press 2."', 'cy') },
  ],
  invalid: [
    {
      title: 'languages with letters of their own, said in English',
      nodes: `
  a:
    kind: menu
    options:
      - {key: "2", say: "For Greek, press 2.", language: el, to: a}
#                       ^^^^^^^^^^^^^^^^^^^^^ language-offered-in-foreign-tongue foreign
      - {key: "3", say: {en: "For Chinese, press 3.", zh: 普通话请按3。}, language: zh, to: a}
#                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ language-offered-in-foreign-tongue foreign`,
    },
    {
      title: 'Spanish, said in English, in the option and in the header',
      nodes: `
  a:
    kind: menu
    say: For Portuguese, press 3.
    options:
      - {key: "2", say: "For Spanish, press 2.", language: es, to: b}
#                       ^^^^^^^^^^^^^^^^^^^^^^^ language-offered-in-foreign-tongue foreign
      - {key: "3", language: pt, to: b}
#                            ^^ language-offered-in-foreign-tongue foreign
  b: {kind: hangup}`,
    },
  ],
});
