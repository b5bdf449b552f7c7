import { describe, expect, test } from '@jest/globals';
import { heardWhileWaiting } from '../../src/flow/heard-while-waiting.ts';
import { mainMenus } from '../../src/flow/main-menus.ts';
import { reachableWithout } from '../../src/flow/reach-without.ts';
import { leadingStraightTo } from '../../src/flow/straight-to.ts';
import { nodeId } from '../../src/script/names.ts';
import { flowOf } from '../support/script-of.ts';

describe('the main menus', () => {
  test('are the first that offer something while the place is open', () => {
    const flow = flowOf(`
  l: {kind: menu, options: [{key: "1", language: en, to: h}, {key: "2", role: language, to: h}, {key: "9", do: repeat}]}
  h: {kind: branch, on: {calendar: office}, cases: [{when: open, to: w}, {when: holiday, to: c}], otherwise: c}
  c: {kind: menu, options: [{key: "1", to: q}, {key: "2", to: x}]}
  w: {kind: menu, options: [{key: "1", to: m}]}
  m: {kind: menu, options: [{key: "1", to: q}, {key: "2", to: n}]}
  n: {kind: menu, options: [{key: "1", to: q}, {key: "2", to: x}]}
  q: {kind: queue, queue: desk, overflow: {to: n}}
  x: {kind: hangup}`);
    expect(mainMenus(flow)).toEqual(['m']);
  });
});

describe('what callers hear while they wait', () => {
  test('is the queue, and what lies between leaving one and coming to one again', () => {
    const flow = flowOf(`
  a: {kind: announcement, to: q}
  q: {kind: queue, queue: desk, overflow: {to: b}, closed: {to: d}}
  b: {kind: branch, on: share, cases: [{when: 50%, to: c}], otherwise: m}
  c: {kind: announcement, to: q}
  d: {kind: announcement, to: q}
  m: {kind: menu, options: [{key: "1", to: e}]}
  e: {kind: announcement, to: q}`);
    expect(heardWhileWaiting(flow)).toEqual(['q', 'b', 'c']);
  });
});

describe('ways with nothing asked on them', () => {
  const flow = flowOf(`
  a: {kind: announcement, to: b, error: x}
  b: {kind: menu, options: [{key: "1", to: c}]}
  c: {kind: announcement, to: x}
  x: {kind: hangup}`);

  test('lead back to a question and not past it, nor along failures of the system', () => {
    expect([...leadingStraightTo(flow, [nodeId('x')])]).toEqual(['x', 'c']);
    expect([...leadingStraightTo(flow, [nodeId('x')], ['announcement', 'menu'])].sort()).toEqual([
      'a',
      'b',
      'c',
      'x',
    ]);
  });

  test('a barred node can be come to and not left, a barred way not be taken', () => {
    const starts = [nodeId('a')];
    expect([...reachableWithout(flow, starts, (id) => id === 'b')].sort()).toEqual(['a', 'b', 'x']);
    const free = reachableWithout(
      flow,
      starts,
      () => false,
      ({ trigger }) => trigger === 'error',
    );
    expect([...free].sort()).toEqual(['a', 'b', 'c', 'x']);
  });

  test('are found in a chain of 50,000 announcements', () => {
    const chain = Array.from(
      { length: 50_000 },
      (_, index) => `  a${index}: {kind: announcement, to: a${index + 1}}`,
    );
    const long = flowOf([...chain, '  a50000: {kind: hangup}'].join('\n'));
    expect(leadingStraightTo(long, [nodeId('a50000')]).size).toBe(50_001);
  }, 60_000);
});
