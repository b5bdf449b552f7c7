import { menuDuration } from '../../../src/lint/rules/menu-duration.ts';
import { testRule } from '../../support/test-rule.ts';

const say = (seconds: number): string => `say: {recording: a.wav, length: ${seconds}s}`;
const end = '\n  z: {kind: hangup}';

testRule(menuDuration, {
  valid: [
    {
      title: 'thirty seconds',
      nodes: `  m: {kind: menu, ${say(10)}, options: [{key: "1", ${say(10)}, to: z}, {key: "2", ${say(10)}, to: z}]}${end}`,
    },
    {
      title: 'prompts of unknown length',
      nodes: `  m: {kind: menu, ${say(20)}, options: [{key: "1", say: {recording: a.wav}, to: z}]}${end}`,
    },
    {
      title: 'what is said before, and what is said to those who stay silent',
      nodes: `  a: {kind: announcement, ${say(40)}, to: m}\n  m: {kind: menu, options: [{key: "1", say: For A press 1., to: z}], noInput: {${say(40)}, to: z}}${end}`,
    },
  ],
  invalid: [
    {
      title: 'a menu of many parts',
      nodes: `
  m: {kind: menu, ${say(11)}, options: [{key: "1", ${say(10)}, to: z}, {key: "2", ${say(10)}, to: z}]}
# ^ menu-duration long
  z: {kind: hangup}`,
    },
    {
      title: 'options that an announcement says, in the longer of two languages',
      nodes: `
  a:
    kind: announcement
    say:
      recording: {en: a.wav, el: b.wav}
      length: {en: 10s, el: 40s}
      text: {en: "For A, press 1.", el: "Για το πρώτο, πατήστε 1."}
    to: m
  m: {kind: menu, options: [{key: "1", to: z}]}
# ^ menu-duration long
  z: {kind: hangup}`,
    },
  ],
});
