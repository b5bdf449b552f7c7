import { timeToAgent } from '../../../src/lint/rules/time-to-agent.ts';
import { testRule } from '../../support/test-rule.ts';

const say = (seconds: number): string => `say: {recording: a.wav, length: ${seconds}s}`;
const menu = (name: string, next: string): string =>
  `  ${name}: {kind: menu, options: [{key: "1", say: For more., to: ${next}}, {key: "2", say: For news., to: z}]}\n`;
const end = '  q: {kind: queue, queue: q}\n  z: {kind: hangup}';

testRule(timeToAgent, {
  valid: [
    {
      title: 'a person behind the third menu',
      nodes: menu('a', 'b') + menu('b', 'c') + menu('c', 'q') + end,
    },
    {
      title: 'a key for a person in the first menu, whatever follows',
      nodes: `  a: {kind: menu, options: [{key: "1", say: For A., to: b}, {key: "0", say: For us., role: agent, to: x}]}\n${menu('b', 'c')}${menu('c', 'd')}${menu('d', 'q')}  x: {kind: announcement, ${say(90)}, to: q}\n${end}`,
    },
    {
      title: 'a long line where callers can interrupt and the person comes first',
      nodes: `  a: {kind: menu, options: [{key: "0", ${say(5)}, role: agent, to: q}, {key: "1", ${say(90)}, to: z}]}\n${end}`,
    },
    {
      title: 'people that callers come to by staying on the line',
      nodes: `  a: {kind: menu, options: [{key: "1", say: For A., to: b}], noInput: {to: q}}\n${menu('b', 'c')}${menu('c', 'd')}${menu('d', 'q')}${end}`,
    },
    {
      title: 'a part that can not be seen, where a person may be',
      nodes: `${menu('a', 'b')}  b: {kind: opaque, vendor: v, type: t, exits: [{trigger: next, to: c}]}\n${menu('c', 'd')}${menu('d', 'e')}${menu('e', 'q')}${end}`,
    },
    {
      title: 'lines on which no person is offered',
      nodes: `  a: {kind: announcement, ${say(90)}, to: z}\n${end}`,
    },
  ],
  invalid: [
    {
      title: 'a person behind four menus',
      head: `entries:
  - start: a
#          ^ time-to-agent deep`,
      nodes: menu('a', 'b') + menu('b', 'c') + menu('c', 'd') + menu('d', 'q') + end,
    },
    {
      title: 'a minute before the key for a person, without barge-in or behind a look-up',
      head: `entries:
  - start: a
#          ^ time-to-agent late
  - start: t
#          ^ time-to-agent late`,
      nodes: `  a: {kind: menu, bargeIn: false, options: [{key: "0", ${say(5)}, role: agent, to: q}, {key: "1", ${say(60)}, to: z}]}
  t: {kind: task, task: look-up, duration: 61s, success: q, failure: q}\n${end}`,
    },
  ],
});
