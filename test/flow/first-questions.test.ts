import { expect, test } from '@jest/globals';
import { firstQuestions } from '../../src/flow/first-questions.ts';
import { nodeId } from '../../src/script/names.ts';
import { flowOf } from '../support/script-of.ts';

test('the first questions among nodes are those with no other question of them before', () => {
  const flow = flowOf(`  start: {kind: menu, options: [{key: "1", to: a}, {key: "2", to: d}]}
  a: {kind: announcement, to: b}
  b: {kind: menu, options: [{key: "1", to: c}]}
  c: {kind: menu, options: [{key: "1", to: b}]}
  d: {kind: collect, to: b}`);
  const among = new Set(['a', 'b', 'c', 'd'].map(nodeId));
  expect(firstQuestions(flow, among)).toEqual(['b', 'd']);
  expect(firstQuestions(flow, new Set([nodeId('c')]))).toEqual(['c']);
  expect(firstQuestions(flow, new Set())).toEqual([]);
});
