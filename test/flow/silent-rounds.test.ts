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
