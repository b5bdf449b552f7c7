import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  answeredWithin,
  erlangA,
  erlangB,
  erlangC,
  offeredWork,
  peopleFor,
} from '../../src/insight/erlang.ts';

const halfHour = 1800;

describe('waits in balance', () => {
  test('give the published shares of calls that are blocked', () => {
    expect(erlangB(5, 10)).toBeCloseTo(0.018385, 6);
    expect(erlangB(10, 10)).toBeCloseTo(0.214582, 6);
    expect(erlangB(48, 55)).toBeCloseTo(0.03837, 5);
  });

  // 360 calls in half an hour of 240 s; 100 calls of 180 s: worked examples of Erlang C.
  test.each([
    {
      load: { arrivals: 360 / halfHour, service: 240, people: 55 },
      within: 15,
      told: { work: 48, waits: 0.2387, mean: 8.184, level: 0.8459, busy: 0.8727 },
    },
    {
      load: { arrivals: 100 / halfHour, service: 180, people: 14 },
      within: 20,
      told: { work: 10, waits: 0.17413, mean: 7.836, level: 0.8884, busy: 0.7143 },
    },
  ])('give the worked examples of Erlang C ($load.people people)', ({ load, within, told }) => {
    const forecast = erlangC(load);
    expect(offeredWork(load)).toBeCloseTo(told.work, 10);
    expect(forecast?.waits).toBeCloseTo(told.waits, 4);
    expect(forecast?.mean).toBeCloseTo(told.mean, 3);
    expect(answeredWithin(load, within)).toBeCloseTo(told.level, 4);
    expect(forecast?.busy).toBeCloseTo(told.busy, 4);
  });

  test('show what patience changes (Gans, Koole & Mandelbaum 2003)', () => {
    const load = { arrivals: 48 / 60, service: 60, people: 50 };
    const patient = erlangC(load);
    expect(patient?.waits).toBeCloseTo(0.6945, 4);
    expect(patient?.mean).toBeCloseTo(20.8, 1);
    expect(patient?.waiting).toBeCloseTo(16.67, 2);
    expect(patient?.busy).toBeCloseTo(0.96, 10);
    const impatient = erlangA(load, 120);
    expect(impatient.abandons).toBeCloseTo(0.0309, 4);
    expect(impatient.mean).toBeCloseTo(3.709, 3);
    expect(impatient.answered).toBeCloseTo(3.616, 3);
    expect(impatient.waiting).toBeCloseTo(2.968, 3);
    expect(impatient.busy).toBeCloseTo(0.93, 2);
  });

  test('have no balance where people can not keep up and everybody waits', () => {
    expect(erlangC({ arrivals: 1, service: 60, people: 60 })).toBeUndefined();
    expect(answeredWithin({ arrivals: 1, service: 60, people: 60 }, 20)).toBe(0);
    expect(erlangA({ arrivals: 1, service: 60, people: 30 }, 60).abandons).toBeCloseTo(0.5, 2);
  });

  test('come to those of Erlang C as patience grows', () => {
    const load = { arrivals: 0.2, service: 240, people: 55 };
    expect(erlangA(load, 1e9).mean).toBeCloseTo(erlangC(load)?.mean ?? 0, 3);
  });

  test('get no worse with one person more, whatever comes', () => {
    const loads = fc.record({
      arrivals: fc.double({ min: 0.001, max: 2, noNaN: true }),
      service: fc.double({ min: 5, max: 900, noNaN: true }),
      people: fc.integer({ min: 1, max: 200 }),
    });
    fc.assert(
      fc.property(loads, fc.double({ min: 5, max: 3600, noNaN: true }), (load, patience) => {
        const more = { ...load, people: load.people + 1 };
        const [now, then] = [erlangA(load, patience), erlangA(more, patience)];
        expect(then.abandons).toBeLessThanOrEqual(now.abandons + 1e-9);
        expect(answeredWithin(more, 20)).toBeGreaterThanOrEqual(answeredWithin(load, 20) - 1e-9);
        expect(now.abandons).toBeGreaterThanOrEqual(0);
        expect(now.abandons).toBeLessThanOrEqual(1 + 1e-9);
      }),
      { numRuns: 100 },
    );
  });

  test('need the fewest people that reach the service level', () => {
    const level = { share: 0.8, seconds: 20 };
    const load = { arrivals: 100 / halfHour, service: 180 };
    const people = peopleFor(load, level);
    expect(answeredWithin({ ...load, people }, 20)).toBeGreaterThanOrEqual(0.8);
    expect(answeredWithin({ ...load, people: people - 1 }, 20)).toBeLessThan(0.8);
  });
});
