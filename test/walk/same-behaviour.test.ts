import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Script, ScriptNode } from '../../src/script/script.ts';
import { anyScript } from '../support/any-script.ts';
import { draws } from '../support/draws.ts';
import { differenceBetween } from '../support/same-behaviour.ts';

const scriptWith = (nodes: Readonly<Record<string, object>>): Script =>
  ({ ivr: 1, id: 'x', language: 'en', entries: [{ start: 'main' }], nodes }) as unknown as Script;

const queue = { kind: 'queue', queue: 'sales' };
const menu = { kind: 'menu', say: { text: 'Press 1.' }, options: [{ key: '1', to: 'sales' }] };
const plain = { main: menu, sales: queue };

/** The first difference that any of a few calls shows. */
function difference(one: Script, other: Script): string | undefined {
  for (let seed = 0; seed < 12; seed += 1) {
    let turn = seed;
    const draw = () => (turn = (turn * 7 + 3) % 101);
    const found = differenceBetween(one, other, { draw });
    if (found !== undefined) return found;
  }
  return undefined;
}

describe('two scripts, compared call by call', () => {
  test('a script behaves like itself', () => {
    fc.assert(
      fc.property(anyScript, draws(1000), (script, draw) => {
        expect(differenceBetween(script, script, { draw })).toBeUndefined();
      }),
    );
  });

  test('other ids and settings between make no difference', () => {
    const setting = { kind: 'task', task: 'set voice', selfService: false, success: 'ask' };
    const other = {
      main: setting,
      ask: { ...menu, options: [{ key: '1', to: 'people' }] },
      people: queue,
    };
    expect(difference(scriptWith(plain), scriptWith(other))).toBeUndefined();
  });

  test.each<[string, Readonly<Record<string, object>>]>([
    ['another queue', { ...plain, sales: { ...queue, queue: 'service' } }],
    ['other words', { ...plain, main: { ...menu, say: { text: 'Press 2.' } } }],
    ['another key', { ...plain, main: { ...menu, options: [{ key: '2', to: 'sales' }] } }],
    ['fewer attempts', { ...plain, main: { ...menu, noInput: { attempts: 1 } } }],
    ['a way for silence', { ...plain, main: { ...menu, noInput: { to: 'sales' } } }],
    ['a way when the queue is full', { ...plain, sales: { ...queue, overflow: { to: 'main' } } }],
    ['a number instead', { ...plain, sales: { kind: 'transfer', number: '+12025550100' } }],
  ] as [string, Readonly<Record<string, ScriptNode>>][])('%s is found', (_, nodes) => {
    expect(difference(scriptWith(plain), scriptWith(nodes))).toBeDefined();
    expect(difference(scriptWith(nodes), scriptWith(plain))).toBeDefined();
  });
});
