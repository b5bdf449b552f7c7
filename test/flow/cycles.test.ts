import { describe, expect, test } from '@jest/globals';
import { buildCallFlow } from '../../src/flow/build-call-flow.ts';
import { cyclesOf } from '../../src/flow/cycles.ts';
import { leadingTo, reachable } from '../../src/flow/reach.ts';
import { nodeId } from '../../src/script/names.ts';
import type { Script } from '../../src/script/script.ts';
import { flowOf } from '../support/script-of.ts';

describe('cycles of a flow', () => {
  test('a ring of 100,000 announcements is walked without overflowing the stack', () => {
    const nodes = Object.fromEntries(
      Array.from({ length: 100_000 }, (_, index) => [
        `a${index}`,
        { kind: 'announcement', to: `a${(index + 1) % 100_000}` },
      ]),
    );
    const head = { ivr: 1, id: 't', language: 'en', entries: [{ start: 'a0' }] };
    const flow = buildCallFlow({ ...head, nodes } as unknown as Script);
    expect(reachable(flow).size).toBe(100_000);
    expect(leadingTo(flow, [nodeId('a7')]).size).toBe(100_000);
    expect(cyclesOf(flow).map((cycle) => cycle.length)).toEqual([100_000]);
  });

  test('an option that goes back makes a cycle with the menu before it', () => {
    const flow = flowOf(`
  a: {kind: menu, options: [{key: "1", to: b}]}
  b: {kind: announcement, to: c}
  c: {kind: menu, options: [{key: "*", do: back}, {key: "1", to: d}]}
  d: {kind: hangup}`);
    expect(cyclesOf(flow)).toEqual([['a', 'b', 'c']]);
  });

  test('a menu that repeats itself is a cycle of one; a straight line is none', () => {
    const flow = flowOf(`
  a: {kind: announcement, to: b}
  b: {kind: menu, options: [{key: "9", do: repeat}, {key: "1", to: c}]}
  c: {kind: hangup}`);
    expect(cyclesOf(flow)).toEqual([['b']]);
  });

  test('two loops that share no node stay two, in script order', () => {
    const flow = flowOf(`
  a: {kind: menu, options: [{key: "1", to: y}, {key: "2", to: p}]}
  p: {kind: announcement, to: q}
  q: {kind: announcement, to: p}
  x: {kind: announcement, to: y}
  y: {kind: announcement, to: x}`);
    expect(cyclesOf(flow)).toEqual([
      ['p', 'q'],
      ['x', 'y'],
    ]);
  });
});
