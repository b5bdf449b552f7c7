import { describe, expect, test } from '@jest/globals';
import { firstStops } from '../../src/flow/first-stops.ts';
import { nodeId } from '../../src/script/names.ts';
import { flowOf } from '../support/script-of.ts';

describe('where callers stop first', () => {
  test('is behind announcements, branches and tasks, on all their ways', () => {
    const flow = flowOf(`
  a: {kind: announcement, to: b}
  b: {kind: branch, on: {calendar: desk}, cases: [{when: open, to: q}], otherwise: t}
  t: {kind: task, task: look-up, success: m, failure: v}
  q: {kind: queue, queue: desk, overflow: {to: z}}
  m: {kind: menu, options: [{key: "1", to: z}]}
  v: {kind: voicemail}
  z: {kind: hangup}`);
    const { stops, complete } = firstStops(flow, nodeId('a'));
    expect([stops.map(({ id }) => id), complete]).toEqual([['q', 'm', 'v'], true]);
  });

  test('is not wholly known behind a lost way, and in a round it is nowhere', () => {
    const lost = flowOf('  a: {kind: announcement, to: nowhere}');
    expect(firstStops(lost, nodeId('a'))).toEqual({ stops: [], complete: false });
    const round = flowOf(`
  a: {kind: announcement, to: b}
  b: {kind: announcement, to: a}`);
    expect(firstStops(round, nodeId('a'))).toEqual({ stops: [], complete: true });
  });

  test('is given up in a chain without end', () => {
    const chain = Array.from(
      { length: 1000 },
      (_, index) => `  n${index}: {kind: announcement, to: n${index + 1}}`,
    );
    const flow = flowOf(`${chain.join('\n')}\n  n1000: {kind: hangup}`);
    expect(firstStops(flow, nodeId('n0'))).toEqual({ stops: [], complete: false });
  });
});
