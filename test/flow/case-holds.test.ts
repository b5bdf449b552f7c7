import { describe, expect, test } from '@jest/globals';
import { caseHolds } from '../../src/flow/case-holds.ts';
import { startCall } from '../../src/walk/start-call.ts';
import { step } from '../../src/walk/step.ts';
import { alwaysOpen, type World } from '../../src/walk/world.ts';
import { flowOf } from '../support/script-of.ts';

describe('a case of a branch', () => {
  test.each([
    ['gold', 'gold', true],
    ['gold', 'Gold', false],
    ['> 5', '6', true],
    ['> 5', '5', false],
    ['> 5', '10', true],
    ['> 5', 'many', false],
    ['>= 5', '5', true],
    ['>= 5', '4.9', false],
    ['< 5', '-3', true],
    ['< 5', '5', false],
    ['<= 5', '5.0', true],
    ['= 5', '5.0', true],
    ['= 5', '', false],
    ['starts with +44', '+442079460100', true],
    ['starts with +44', '+1', false],
    ['ends with 0', '10', true],
    ['contains go', 'gold', true],
    ['contains go', 'GOLD', false],
    ['exists', 'x', true],
    ['exists', '', false],
    ['(empty)', '', true],
    ['(empty)', 'x', false],
    ['> 5', '> 5', true],
    ['> five', '6', false],
  ])('%s fits %j: %j', (when, value, fits) => {
    expect(caseHolds(when, value)).toBe(fits);
  });

  test('a comparison by name takes what is measured', () => {
    const measured = (name: string) => (name === 'agents staffed' ? '2' : undefined);
    expect(caseHolds('agents staffed > 0', 'open', measured)).toBe(true);
    expect(caseHolds('agents staffed > 2', 'open', measured)).toBe(false);
    expect(caseHolds('callers waiting > 0', 'open', measured)).toBe(false);
  });
});

describe('a call at a branch', () => {
  const takes = (yaml: string, world: World = alwaysOpen) => {
    const flow = flowOf(yaml);
    return step(flow, startCall(flow).state, { do: 'next' }, world).state.node;
  };
  const staffed = `
  main:
    kind: branch
    on: {queue-status: desk}
    cases: [{when: agents available > 0, to: people}]
    otherwise: nobody
  people: {kind: hangup}
  nobody: {kind: hangup}
`;

  test('finds people where the queue is open', () => {
    expect(takes(staffed)).toBe('people');
  });

  test('finds as many people as the world tells', () => {
    expect(takes(staffed, { ...alwaysOpen, attributes: { 'agents available': '0' } })).toBe(
      'nobody',
    );
  });

  test('takes the first comparison that fits, in their order', () => {
    const bands = `
  main:
    kind: branch
    on: {attribute: age}
    cases: [{when: "> 60", to: old}, {when: "> 2", to: young}]
    otherwise: unknown
  old: {kind: hangup}
  young: {kind: hangup}
  unknown: {kind: hangup}
`;
    const aged = (age: string) => takes(bands, { ...alwaysOpen, attributes: { age } });
    expect([aged('61'), aged('60'), aged('2')]).toEqual(['old', 'young', 'unknown']);
  });

  test('goes round a loop as often as it says, then on, and round again the next time', () => {
    const flow = flowOf(`
  main:
    kind: branch
    on: {loop: 2}
    cases: [{when: again, to: say}, {when: done, to: rest}]
  say: {kind: announcement, say: Once more., to: main}
  rest: {kind: announcement, say: That was all., to: main}
`);
    let { state } = startCall(flow);
    const way: (string | undefined)[] = [];
    for (let moves = 0; moves < 12; moves += 1) {
      ({ state } = step(flow, state, { do: 'next' }, alwaysOpen));
      if (state.node !== 'main') way.push(state.node);
    }
    expect(way).toEqual(['say', 'say', 'rest', 'say', 'say', 'rest']);
  });

  test('knows what a task has set', () => {
    const flow = flowOf(`
  main: {kind: task, task: set colour, set: {colour: red}, success: ask}
  ask: {kind: branch, on: {attribute: colour}, cases: [{when: red, to: warm}], otherwise: cold}
  warm: {kind: hangup}
  cold: {kind: hangup}
`);
    const told = step(flow, startCall(flow).state, { do: 'succeed' }, alwaysOpen).state;
    expect(step(flow, told, { do: 'next' }, alwaysOpen).state.node).toBe('warm');
    const failed = step(flow, startCall(flow).state, { do: 'fail' }, alwaysOpen).state;
    expect(failed.attributes).toEqual({});
  });
});
