import { describe, expect, test } from '@jest/globals';
import { servedOnly } from '../../src/flow/served-only.ts';
import { flowOf } from '../support/script-of.ts';

const served = (nodes: string) => [...servedOnly(flowOf(nodes))].sort();

describe('callers who have got what they called for', () => {
  test('are those behind a service that worked, also when they are asked again', () => {
    expect(
      served(`
  a: {kind: task, task: balance, success: b, failure: q}
  b: {kind: announcement, say: Thank you., to: c}
  c: {kind: menu, options: [{key: "1", to: q}, {key: "9", do: repeat}], noInput: {to: d}, noMatch: {to: c}}
  d: {kind: announcement, say: Once more., to: c}
  q: {kind: queue, queue: general}`),
    ).toEqual(['b', 'c', 'd']);
  });

  test('are not those whom another way leads there too', () => {
    expect(
      served(`
  a: {kind: menu, options: [{key: "1", to: t}, {key: "2", to: c}]}
  t: {kind: task, task: balance, success: c, failure: q}
  c: {kind: menu, options: [{key: "1", to: q}]}
  q: {kind: queue, queue: general}`),
    ).toEqual([]);
  });

  test('are not those whom a mere look-up has sent on', () => {
    expect(
      served(`
  a: {kind: task, task: find, selfService: false, success: c, failure: c}
  c: {kind: menu, options: [{key: "1", to: c}]}`),
    ).toEqual([]);
  });
});
