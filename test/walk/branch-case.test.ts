import { describe, expect, test } from '@jest/globals';
import { nodeOfKind } from '../../src/flow/call-flow.ts';
import { caseFor } from '../../src/walk/branch-case.ts';
import type { CallState } from '../../src/walk/call-state.ts';
import { startCall } from '../../src/walk/start-call.ts';
import { alwaysOpen, type World } from '../../src/walk/world.ts';
import { flowOf } from '../support/script-of.ts';

function chosen(
  on: string,
  whens: readonly string[],
  {
    state,
    world,
    otherwise = false,
  }: { state?: Partial<CallState>; world?: Partial<World>; otherwise?: boolean } = {},
): string | undefined {
  const cases = whens.map((when) => `{when: "${when}", to: a}`).join(', ');
  const flow = flowOf(
    `  a: {kind: branch, on: ${on}, cases: [${cases}]${otherwise ? ', otherwise: a' : ''}}`,
  );
  const node = nodeOfKind(flow, 'a', 'branch');
  if (node === undefined) throw new Error('no branch');
  const index = caseFor(node, { ...startCall(flow).state, ...state }, { ...alwaysOpen, ...world });
  return index === undefined ? undefined : node.cases[index]?.when;
}

describe('which case a call takes', () => {
  test('the state of the calendar; a holiday or an emergency without a case of its own is closed', () => {
    const at = (state: 'open' | 'closed' | 'holiday' | 'emergency', whens: readonly string[]) =>
      chosen('{calendar: office}', whens, { world: { calendarState: () => state } });
    expect(at('open', ['closed', 'open'])).toBe('open');
    expect(at('holiday', ['closed', 'holiday'])).toBe('holiday');
    expect(at('holiday', ['open', 'closed'])).toBe('closed');
    expect(at('emergency', ['open', 'closed'])).toBe('closed');
    expect(at('closed', ['open'])).toBeUndefined();
  });

  test('an emergency is on or off', () => {
    const on = { world: { calendarState: () => 'emergency' as const } };
    expect(chosen('{emergency: office}', ['off', 'on'], on)).toBe('on');
    expect(chosen('{emergency: office}', ['false', 'true'], on)).toBe('true');
    expect(chosen('{emergency: office}', ['on', 'off'])).toBe('off');
  });

  test('a language, or the language that it is a kind of', () => {
    expect(chosen('language', ['pt', 'el'], { state: { language: 'pt-BR' } })).toBe('pt');
    expect(chosen('language', ['pt', 'pt-BR'], { state: { language: 'pt-BR' } })).toBe('pt-BR');
    expect(chosen('language', ['el'], { state: { language: 'en' } })).toBeUndefined();
  });

  test('an attribute that an option set, before what is known of the caller', () => {
    const attributes = { colour: 'red' };
    expect(chosen('{attribute: colour}', ['red', 'blue'], { world: { attributes } })).toBe('red');
    expect(
      chosen('{attribute: colour}', ['red', 'blue'], {
        world: { attributes },
        state: { attributes: { colour: 'blue' } },
      }),
    ).toBe('blue');
    expect(chosen('{attribute: toString}', ['red'])).toBeUndefined();
  });

  test('the state of a queue, told or by its calendar', () => {
    expect(chosen('{queue-status: desk}', ['full', 'open'])).toBe('open');
    expect(
      chosen('{queue-status: desk}', ['full', 'open'], { world: { queueStatus: () => 'full' } }),
    ).toBe('full');
  });

  test('shares in percent or as fractions; what they leave goes to the others evenly', () => {
    const by = (share: number, whens: readonly string[], otherwise = false) =>
      chosen('share', whens, { world: { share }, otherwise });
    expect([0, 0.29, 0.3, 0.99].map((share) => by(share, ['30%', '70%']))).toEqual([
      '30%',
      '30%',
      '70%',
      '70%',
    ]);
    expect([0.1, 0.3].map((share) => by(share, ['0.2', '80']))).toEqual(['0.2', '80']);
    expect([0.1, 0.6].map((share) => by(share, ['old', 'new']))).toEqual(['old', 'new']);
    expect(by(0.5, ['30%'], true)).toBeUndefined();
    expect([0.4, 0.6].map((share) => by(share, ['100%', '1.5']))).toEqual(['100%', '100%']);
  });
});
