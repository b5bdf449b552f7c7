import { wrongWriting } from '../../../src/lint/rules/wrong-writing.ts';
import { testRule } from '../../support/test-rule.ts';

const rest = '\n  b: {kind: hangup}';

testRule(wrongWriting, {
  valid: [
    {
      title: 'names, short texts, digits and mixed texts',
      nodes: `
  a:
    kind: announcement
    say:
      en: Welcome to Καφενείο.
      el: Northwind Bank.
      ja: Northwind Bankです。
      zh: VISA 1234
      ru: OK
    to: b${rest}`,
    },
    {
      title: 'options that are said in the language that they offer',
      nodes: `
  a:
    kind: menu
    options:
      - {key: "8", language: el, say: {en: "Για να συνεχίσετε στα ελληνικά, πατήστε 8."}, to: a}
      - {key: "9", role: language, say: {en: 普通话服务请按9。}, to: a}${rest}`,
    },
    {
      title: 'languages of two writings, and tags that name theirs',
      nodes: `  a: {kind: announcement, say: {sr: Dobar dan i dobro dosli u nasu banku, el-Latn: Gia tis kartes sas patiste ena}, to: b}${rest}`,
    },
    {
      title:
        'one text for all in a script of several languages, or whose language is in Latin letters',
      nodes: `  a: {kind: announcement, say: Καλώς ήρθατε στην τράπεζα., to: b}${rest}`,
    },
    {
      title: 'parts that are filled in, and markup',
      head: 'language: el',
      nodes: `  a: {kind: announcement, say: "<prosody rate='slow medium fast'>{{first name of caller}}</prosody>", to: b}${rest}`,
    },
    {
      title: 'Japanese without kana that is no Chinese, and Chinese with a kana or two',
      nodes: `  a: {kind: announcement, say: {ja: 営業時間外・受付終了, zh: 欢迎致电优の良品客户服务中心}, to: b}${rest}`,
    },
  ],
  invalid: [
    {
      title: 'Greek in Latin letters, Chinese with kana, Chinese as Japanese, Greek as English',
      nodes: `
  a:
    kind: announcement
    say:
      en: Για τις κάρτες σας, πατήστε ένα.
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ wrong-writing writing
      el: Gia tis kartes sas, patiste ena.
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ wrong-writing writing
      zh: カードは1を押してください。
#         ^^^^^^^^^^^^^^ wrong-writing writing
      ja: 如需人工服务，请按1。
#         ^^^^^^^^^^^ wrong-writing writing
    to: b
  b: {kind: hangup}`,
    },
    {
      title: 'the transcript of a recording, and a default',
      head: 'defaults:\n  noMatch:\n    say: {ja: Sorry that is not one of the choices.}\n#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ wrong-writing writing',
      nodes: `
  a: {kind: announcement, say: {recording: a.wav, text: {ru: "Press one for cards, or two for loans."}}, to: b}
#                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ wrong-writing writing
  b: {kind: hangup}`,
    },
    {
      title: 'one text for all in a script that is only for Greek callers',
      head: 'language: el',
      nodes: `
  a: {kind: announcement, say: Gia tis kartes sas patiste ena., to: b}
#                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ wrong-writing writing
  b: {kind: hangup}`,
    },
  ],
});
