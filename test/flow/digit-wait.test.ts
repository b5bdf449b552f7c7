import { describe, expect, test } from '@jest/globals';
import { endsBySilence } from '../../src/flow/digit-wait.ts';
import { nodeOf } from '../../src/flow/call-flow.ts';
import { flowOf } from '../support/script-of.ts';

function ends(fields: string): boolean {
  const node = nodeOf(flowOf(`  a: {${fields}}`), 'a')?.node;
  if (node === undefined) throw new Error('no such node');
  return endsBySilence(node);
}

describe('an entry that only silence ends', () => {
  test('has neither an end key nor one length', () => {
    expect(ends('kind: collect')).toBe(true);
    expect(ends('kind: collect, digits: {min: 2, max: 4}')).toBe(true);
    expect(ends('kind: collect, digits: {min: 4, max: 4}')).toBe(false);
    expect(ends('kind: collect, digits: {end: "#"}')).toBe(false);
  });

  test('is a key of a menu that begins another one', () => {
    const keys = (...all: string[]) =>
      ends(`kind: menu, options: [${all.map((key) => `{key: "${key}", to: a}`).join(', ')}]`);
    expect(keys('1', '12')).toBe(true);
    expect(keys('123', '12')).toBe(true);
    expect(keys('11', '12')).toBe(false);
    expect(keys('1', '2')).toBe(false);
  });
});
