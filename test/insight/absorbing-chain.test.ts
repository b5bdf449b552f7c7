import { describe, expect, test } from '@jest/globals';
import { averageWalk, type ChainState } from '../../src/insight/absorbing-chain.ts';

/** The drunkard of Grinstead & Snell, *Introduction to Probability*, ch. 11: corners 1 to 3, bar 4, home 0. */
const drunkard: readonly ChainState<number>[] = [
  { state: 1, on: [{ to: 2, share: 0.5 }], out: [{ end: 'home', share: 0.5 }] },
  {
    state: 2,
    on: [
      { to: 1, share: 0.5 },
      { to: 3, share: 0.5 },
    ],
    out: [],
  },
  { state: 3, on: [{ to: 2, share: 0.5 }], out: [{ end: 'bar', share: 0.5 }] },
];

describe('an average walk', () => {
  test.each([
    { from: 1, visits: [1.5, 1, 0.5], steps: 3, home: 0.75 },
    { from: 2, visits: [1, 2, 1], steps: 4, home: 0.5 },
    { from: 3, visits: [0.5, 1, 1.5], steps: 3, home: 0.25 },
  ])('of the drunkard from corner $from is the published one', ({ from, visits, steps, home }) => {
    const walk = averageWalk(drunkard, new Map([[from, 1]]));
    const found = [...(walk?.visits.values() ?? [])];
    found.forEach((value, at) => {
      expect(value).toBeCloseTo(visits[at] ?? 0, 10);
    });
    expect(found.reduce((sum, value) => sum + value, 0)).toBeCloseTo(steps, 10);
    expect(walk?.ends.get('home')).toBeCloseTo(home, 10);
    expect(walk?.ends.get('bar')).toBeCloseTo(1 - home, 10);
  });

  test('through a small menu takes the seconds and ends that can be reckoned by hand', () => {
    const out = (agent: number, self: number, hang: number) => [
      { end: 'agent', share: agent },
      { end: 'self', share: self },
      { end: 'hang', share: hang },
    ];
    const menu: readonly ChainState<string>[] = [
      { state: 'main', on: [{ to: 'billing', share: 0.5 }], out: out(0.2, 0.2, 0.1) },
      { state: 'billing', on: [{ to: 'main', share: 0.1 }], out: out(0.2, 0.6, 0.1) },
    ];
    const walk = averageWalk(menu, new Map([['main', 1]]));
    const [main = 0, billing = 0] = walk?.visits.values() ?? [];
    expect(main).toBeCloseTo(1.05263, 5);
    expect(billing).toBeCloseTo(0.52632, 5);
    expect(12 * main + 8 * billing).toBeCloseTo(16.8421, 4);
    expect(walk?.ends.get('self')).toBeCloseTo(0.526316, 6);
    expect(walk?.ends.get('agent')).toBeCloseTo(0.315789, 6);
    expect(walk?.ends.get('hang')).toBeCloseTo(0.157895, 6);
  });

  test('that never ends is none', () => {
    const round: readonly ChainState<string>[] = [
      { state: 'a', on: [{ to: 'b', share: 1 }], out: [] },
      { state: 'b', on: [{ to: 'a', share: 1 }], out: [] },
    ];
    expect(averageWalk(round, new Map([['a', 1]]))).toBeUndefined();
  });
});
