import { describe, expect, test } from '@jest/globals';
import { awaits } from '../../src/walk/awaits.ts';
import { startCall } from '../../src/walk/start-call.ts';
import { step } from '../../src/walk/step.ts';
import { alwaysOpen, type World } from '../../src/walk/world.ts';
import { flowOf } from '../support/script-of.ts';

function awaited(node: string, world: World = alwaysOpen) {
  const flow = flowOf(`  a: ${node}`);
  const { from, actions } = awaits(flow, startCall(flow).state, world);
  const told = actions.map((action) =>
    Object.values(action)
      .map((value) => String(value))
      .join(' '),
  );
  return [from, ...told];
}

describe('what a call waits for', () => {
  test('a menu waits for its keys, a wrong key, silence and hanging up', () => {
    expect(awaited('{kind: menu, options: [{key: "2", to: a}, {intent: bill, to: a}]}')).toEqual([
      'caller',
      'press 2',
      'speak bill',
      'press 1',
      'silence',
      'hangup',
    ]);
  });

  test('a menu that uses every key has no wrong one', () => {
    const options = Array.from('1234567890*#', (key) => `{key: "${key}", to: a}`).join(', ');
    expect(awaited(`{kind: menu, options: [${options}]}`)).toHaveLength(1 + 12 + 2);
  });

  test('digits, results, queues and vendor blocks', () => {
    expect(awaited('{kind: collect, digits: {min: 4}}')).toEqual([
      'caller',
      'enter 4',
      'enter 3',
      'silence',
      'hangup',
    ]);
    expect(awaited('{kind: task, task: t}')).toEqual(['system', 'succeed', 'fail', 'hangup']);
    expect(awaited('{kind: queue, queue: q, overflow: {to: a}}')).toEqual([
      'system',
      'answer',
      'overflow',
      'abandon',
      'hangup',
    ]);
    expect(awaited('{kind: opaque, vendor: v, type: T, exits: [{trigger: next, to: a}]}')).toEqual([
      'system',
      'exit 0',
      'hangup',
    ]);
  });

  test('a branch goes on by itself and nobody can hang up meanwhile', () => {
    expect(awaited('{kind: branch, on: language, cases: []}')).toEqual(['nobody', 'next']);
  });

  test('a call that has ended waits for nothing', () => {
    const flow = flowOf('  a: {kind: hangup}');
    const { state } = step(flow, startCall(flow).state, { do: 'next' }, alwaysOpen);
    expect(awaits(flow, state, alwaysOpen)).toEqual({ from: 'nobody', actions: [] });
  });
});
