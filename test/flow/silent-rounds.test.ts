import { describe, expect, test } from '@jest/globals';
import { silentRounds } from '../../src/flow/silent-rounds.ts';
import { flowOf } from '../support/script-of.ts';

const rounds = (nodes: string) =>
  silentRounds(flowOf(nodes)).map((round) => round.map(({ from }) => from));

const silence = (id: string, to: string) =>
  `  ${id}: {kind: menu, options: [{key: "1", to: z}], noInput: {to: ${to}}}\n`;
const end = '  z: {kind: hangup}';

describe('rounds that a silent line never leaves', () => {
  test('are found once each, however they are come to', () => {
    const nodes = `${silence('a', 'b')}${silence('b', 'c')}${silence('c', 'b')}${silence('d', 'c')}${silence('e', 'e')}${end}`;
    expect(rounds(nodes)).toEqual([['b', 'c'], ['e']]);
  });

  test('go through announcements and inputs, and end at branches, tasks and queues', () => {
    expect(
      rounds(`${silence('a', 'b')}  b: {kind: announcement, to: c}
  c: {kind: collect, to: z, noInput: {to: a}}
  d: {kind: menu, options: [{key: "1", to: z}], noInput: {to: e}}
  e: {kind: branch, on: {result: tries}, cases: [{when: few, to: d}], otherwise: z}
${end}`),
    ).toEqual([['a', 'b', 'c']]);
  });
});

describe('a counter of tries', () => {
  const line = (
    set: string,
    when: string,
    ask = 'tries',
  ) => `${silence('a', 'count')}  count: {kind: task, task: set-attributes, selfService: false, set: ${set}, success: enough, failure: z}
  enough: {kind: branch, on: {attribute: ${ask}}, cases: [{when: "${when}", to: z}], otherwise: again}
  again: {kind: announcement, say: Sorry., to: a}
${end}`;

  test('that is set to the same in each round never lets a silent line go', () => {
    for (const when of ['3', '>= 3', '> 1', '= 2'])
      expect(rounds(line('{tries: "1"}', when))).toEqual([['count', 'enough', 'again', 'a']]);
  });

  test('that may count, leads out or can’t be known is no such round', () => {
    const good = [
      line('{tries: "3"}', '3'),
      line('{tries: "{{tries + 1}}"}', '3'),
      line('{tries: "$.Attributes.tries"}', '3'),
      line('{other: "1"}', '3'),
      line('{tries: "1"}', '$.External.most <= 3'),
      line('{tries: "1"}', '3').replace(
        'to: a}\n  z',
        'to: look}\n  look: {kind: task, task: count-up, success: a}\n  z',
      ),
      line('{tries: "1"}', '3').replace('{attribute: tries}', '{result: tries}'),
    ];
    for (const nodes of good) expect(rounds(nodes)).toEqual([]);
  });
});
