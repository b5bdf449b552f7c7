import { strayBlanks } from '../../../src/lint/rules/stray-blanks.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(strayBlanks, {
  valid: [
    {
      title: 'blanks inside, the line end of a block, and texts of blanks alone',
      nodes: `
  a: {kind: announcement, say: "Hello,  you.", to: b}
  b:
    kind: announcement
    say: |
      Good day.
    to: c
  c: {kind: announcement, say: "  ", to: d}
  d: {kind: announcement, say: {recording: " a.wav"}, to: e}
  e: {kind: hangup}`,
    },
  ],
  invalid: [
    {
      title: 'blanks around a text, around that of one language, and around that of a recording',
      nodes: `
  a: {kind: announcement, say: " Hello.", to: b}
#                              ^^^^^^^^^ stray-blanks around
  b: {kind: menu, options: [{key: "1", say: {en: Press 1., es: "Oprima 1. "}, to: c}]}
#                                                              ^^^^^^^^^^^^ stray-blanks around
  c: {kind: hangup, say: {recording: a.wav, text: "\\tBye."}}
#                                                 ^^^^^^^^ stray-blanks around`,
    },
  ],
});
