import { longGreeting } from '../../../src/lint/rules/long-greeting.ts';
import { testRule } from '../../support/test-rule.ts';

const say = (seconds: number): string => `say: {recording: a.wav, length: ${seconds}s}`;
const end = '\n  q: {kind: queue, queue: q}\n  z: {kind: hangup}';

testRule(longGreeting, {
  valid: [
    { title: 'fifteen seconds', nodes: `  a: {kind: announcement, ${say(15)}, to: q}${end}` },
    {
      title: 'greetings before a menu: another rule tells of them',
      nodes: `  a: {kind: announcement, ${say(40)}, to: h}\n  h: {kind: branch, on: {calendar: c}, cases: [{when: open, to: m}], otherwise: q}\n  m: {kind: menu, options: [{key: "1", to: q}]}${end}`,
    },
    {
      title: 'a line that only announces something',
      nodes: `  a: {kind: announcement, ${say(40)}, to: z}${end}`,
    },
    {
      title: 'what not everybody hears',
      nodes: `  h: {kind: branch, on: {calendar: c}, cases: [{when: open, to: q}], otherwise: a}\n  a: {kind: announcement, ${say(40)}, to: q}${end}`,
    },
    {
      title: 'announcements of unknown length, and in a round',
      nodes: `  a: {kind: announcement, say: {recording: a.wav}, to: b}\n  b: {kind: announcement, ${say(40)}, to: a}${end}`,
    },
  ],
  invalid: [
    {
      title: 'a long greeting before a queue, the second of two',
      nodes: `
  a: {kind: announcement, ${say(5)}, to: b}
  b: {kind: announcement, say: {recording: b.wav, length: 16s}, to: h}
#                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ long-greeting long
  h: {kind: branch, on: {calendar: c}, cases: [{when: open, to: q}], otherwise: z}${end}`,
    },
    {
      title: 'what the law demands, as information',
      nodes: `
  b: {kind: announcement, tags: [legal], say: {recording: b.wav, length: 16s}, to: c}
#                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ long-greeting demanded !info
  c: {kind: collect, say: Your number., to: q}${end}`,
    },
  ],
});
