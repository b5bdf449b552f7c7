import { voicemailWithoutPrompt } from '../../../src/lint/rules/voicemail-without-prompt.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(voicemailWithoutPrompt, {
  valid: [
    {
      title: 'boxes that speak, also by a recording, and those of an import',
      nodes: `
  a: {kind: queue, queue: general, overflow: {after: 1m, to: b}, closed: c}
  b: {kind: voicemail, say: {recording: box.wav}}
  c: {kind: voicemail, origin: [x]}`,
    },
    {
      title: 'boxes that callers have chosen, were offered, or were told of',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: b}, {key: "2", to: c}, {key: "3", to: d}]}
  b: {kind: branch, on: language, cases: [{when: en, to: box}], otherwise: box}
  c: {kind: queue, queue: general, announce: {offer: voicemail}, overflow: {after: 1m, to: box}}
  d: {kind: announcement, say: We are closed. Leave a message., to: e}
  e: {kind: task, task: note, success: box, failure: box}
  box: {kind: voicemail}`,
    },
    {
      title: 'boxes behind what cannot be seen, and scripts that others lead to',
      nodes: `
  a: {kind: branch, on: {attribute: x}, cases: [{when: y, to: box}], otherwise: s}
  s: {kind: subflow, script: other, to: box}
  box: {kind: voicemail}`,
    },
  ],
  invalid: [
    {
      title: 'tones without a word: behind a queue, silence, or the start of a call',
      head: 'entries: [{number: "+18005550142", start: a}, {number: "+18005550143", start: f}]',
      nodes: `
  a: {kind: menu, options: [{key: "1", to: b}], noInput: {to: d}}
  b: {kind: queue, queue: general, say: Please hold., overflow: {after: 1m, to: c}}
  c: {kind: voicemail}
# ^ voicemail-without-prompt beep
  d: {kind: announcement, to: e}
  e: {kind: voicemail}
# ^ voicemail-without-prompt beep
  f: {kind: voicemail}
# ^ voicemail-without-prompt beep`,
    },
  ],
});
