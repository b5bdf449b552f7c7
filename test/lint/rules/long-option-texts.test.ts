import { longOptionTexts } from '../../../src/lint/rules/long-option-texts.ts';
import { testRule } from '../../support/test-rule.ts';

const long = 'if you would like to hear more about our many fine offers';
const menu = (says: readonly string[], head = ''): string =>
  `  a: {kind: menu, ${head}options: [${says.map((say, index) => `{key: "${index + 1}", say: "${say}, press ${index + 1}.", to: b}`).join(', ')}]}\n  b: {kind: hangup}`;

testRule(longOptionTexts, {
  valid: [
    { title: 'four short options', nodes: menu(['For a', 'For b', 'For c', 'For d']) },
    { title: 'three long options', nodes: menu([long, long, long]) },
    { title: 'one long option among short ones', nodes: menu([long, 'For b', 'For c', 'For d']) },
    {
      title: 'eight words each, without those that name the key',
      nodes: menu(Array<string>(4).fill('For one two three four five six seven')),
    },
    {
      title: 'options of which one is a recording without a transcript',
      nodes: `  a: {kind: menu, options: [${['1', '2', '3'].map((key) => `{key: "${key}", say: "${long}, press ${key}.", to: b}`).join(', ')}, {key: "4", say: {recording: d.wav}, to: b}]}\n  b: {kind: hangup}`,
    },
    {
      title: 'Chinese and Japanese of a usual length',
      head: 'language: ja',
      nodes: `  a: {kind: menu, options: [{key: "1", say: "自動送金を変更するには、1を押してください。", to: b}, {key: "2", say: "最近の取引を5件お聞きになるには、2を押してください。", to: b}, {key: "3", say: "ご自身の口座間でお振替をするには、3を押してください。", to: b}, {key: "4", say: "覚えのないお支払いについては、4を押してください。", to: b}]}\n  b: {kind: hangup}`,
    },
  ],
  invalid: [
    {
      title: 'four long options of their own',
      nodes: `  a:
    kind: menu
    options: [${['1', '2', '3', '4'].map((key) => `{key: "${key}", say: "${long}, press ${key}.", to: b}`).join(', ')}]
#   ^^^^^^^ long-option-texts long
  b: {kind: hangup}`,
    },
    {
      title: 'four long options in one text, in one of two languages',
      nodes: `  a:
    kind: menu
    say:
      en: For A, press 1. For B, press 2. For C, press 3. For D, press 4.
      el: Για να μάθετε όλα όσα θέλετε για το πρώτο θέμα, πατήστε 1. Για να μάθετε όλα όσα θέλετε για το δεύτερο, πατήστε 2. Για να μάθετε όλα όσα θέλετε για το τρίτο, πατήστε 3. Για να μάθετε όλα όσα θέλετε για το τέταρτο, πατήστε 4.
    options: [{key: "1", to: b}, {key: "2", to: c}, {key: "3", to: d}, {key: "4", to: e}]
#   ^^^^^^^ long-option-texts long
  b: {kind: hangup}
  c: {kind: hangup}
  d: {kind: hangup}
  e: {kind: hangup}`,
    },
  ],
});
