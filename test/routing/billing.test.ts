import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  billCall,
  formatMoney,
  priceOfMinute,
  type Billing,
  type CallSeconds,
} from '../../src/routing/billing.ts';

const perMinute: Billing = { price: 0.95, currency: 'USD', per: 'minute' };
const perSecond: Billing = { price: 0.01, currency: 'EUR', per: 'second' };
const said = { waiting: false, holding: true } as const;

describe('what a call costs', () => {
  test.each<[string, Billing, CallSeconds, number, string]>([
    ['61 s by the minute are 2 minutes', perMinute, { talking: 61 }, 120, '1.90 USD'],
    ['60 s by the minute are 1 minute', perMinute, { talking: 60 }, 60, '0.95 USD'],
    ['1 s by the minute is 1 minute', perMinute, { talking: 1 }, 60, '0.95 USD'],
    [
      '61 s in steps of 6 s are 66 s',
      { ...perMinute, increment: 6 },
      { talking: 61 },
      66,
      '1.045 USD',
    ],
    [
      '66 s in steps of 6 s are 66 s',
      { ...perMinute, increment: 6 },
      { talking: 66 },
      66,
      '1.045 USD',
    ],
    [
      '61 s in steps of 1 s are 61 s',
      { ...perMinute, increment: 1 },
      { talking: 61 },
      61,
      '0.9658 USD',
    ],
    ['61 s by the second are 61 s', perSecond, { talking: 61 }, 61, '0.61 EUR'],
    ['60.2 s by the second are 61 s', perSecond, { talking: 60.2 }, 61, '0.61 EUR'],
    [
      'a tenth more than a step is a step more',
      { ...perMinute, increment: 6 },
      { talking: 66.1 },
      72,
      '1.14 USD',
    ],
    [
      'hold that is billed counts',
      { ...perMinute, ...said },
      { talking: 50, holding: 11 },
      120,
      '1.90 USD',
    ],
    [
      'hold that is not billed does not',
      { ...perMinute, holding: false },
      { talking: 50, holding: 11 },
      60,
      '0.95 USD',
    ],
    [
      'waiting that is billed counts',
      { ...perMinute, waiting: true },
      { waiting: 61 },
      120,
      '1.90 USD',
    ],
    [
      'waiting that is not billed does not',
      { ...perMinute, ...said },
      { waiting: 600, talking: 5 },
      60,
      '0.95 USD',
    ],
    [
      'all three are rounded together',
      { ...perMinute, waiting: true, holding: true },
      { waiting: 20, talking: 20, holding: 20 },
      60,
      '0.95 USD',
    ],
    [
      'a short call costs the minimum',
      { ...perSecond, minimum: 30 },
      { talking: 4 },
      30,
      '0.30 EUR',
    ],
    [
      'a long call does not notice it',
      { ...perSecond, minimum: 30 },
      { talking: 31 },
      31,
      '0.31 EUR',
    ],
    [
      'the minimum need be no whole step',
      { ...perMinute, increment: 20, minimum: 30 },
      { talking: 10 },
      30,
      '0.475 USD',
    ],
    ['nobody pays for no time', { ...perSecond, minimum: 30 }, {}, 0, '0.00 EUR'],
    [
      'nor for waiting only, where that is free',
      { ...perMinute, ...said, minimum: 30 },
      { waiting: 90 },
      0,
      '0.00 USD',
    ],
    ['free is free', { ...perMinute, price: 0 }, { talking: 61 }, 120, '0.00 USD'],
    [
      'three thirds are one',
      { ...perMinute, price: 0.1, increment: 1 },
      { talking: 20 },
      20,
      '0.0333 USD',
    ],
    [
      'half a ten-thousandth is rounded up',
      { ...perSecond, price: 0.00005 },
      { talking: 1 },
      1,
      '0.0001 EUR',
    ],
    [
      'very small prices add up',
      { ...perSecond, price: 1e-7 },
      { talking: 10_000 },
      10_000,
      '0.001 EUR',
    ],
    [
      'an increment of nothing rounds nothing',
      { ...perMinute, increment: 0 },
      { talking: 6 },
      6,
      '0.095 USD',
    ],
  ])('%s', (_, billing, call, seconds, price) => {
    const bill = billCall(billing, call);
    expect(bill?.seconds).toBe(seconds);
    expect(bill && formatMoney(bill.price, bill.currency)).toBe(price);
  });

  test('terms that say nothing about waiting or hold leave only such calls open', () => {
    expect(billCall(perMinute, { waiting: 1, talking: 5 })).toBeUndefined();
    expect(billCall(perMinute, { holding: 1, talking: 5 })).toBeUndefined();
    expect(billCall(perMinute, { waiting: 0, holding: 0, talking: 5 })?.price).toBe(9500);
  });

  test('a tenth of a cent, ten times a thousand calls, is exact', () => {
    const bill = billCall({ ...perMinute, price: 0.1, increment: 1 }, { talking: 6 });
    const sum = Array.from({ length: 1000 }, () => bill?.price ?? 0).reduce((a, b) => a + b, 0);
    expect(formatMoney(sum, 'USD')).toBe('10.00 USD');
    expect(priceOfMinute(perSecond)).toBe(6000);
  });

  test('more talking never costs less, and never less than its own time', () => {
    const seconds = fc.integer({ min: 0, max: 100_000 }).map((tenths) => tenths / 10);
    fc.assert(
      fc.property(
        fc.record({
          price: fc.integer({ min: 0, max: 1_000_000 }).map((units) => units / 10_000),
          per: fc.constantFrom('minute' as const, 'second' as const),
          increment: fc.integer({ min: 1, max: 300 }),
          minimum: fc.integer({ min: 0, max: 300 }),
        }),
        seconds,
        seconds,
        (terms, a, b) => {
          const billing: Billing = { ...terms, currency: 'EUR' };
          const [less, more] = [Math.min(a, b), Math.max(a, b)].map((talking) =>
            billCall(billing, { talking }),
          );
          expect(less?.price ?? 1).toBeLessThanOrEqual(more?.price ?? 0);
          expect(more?.seconds).toBeGreaterThanOrEqual(Math.max(a, b));
          expect(Number.isInteger(more?.price)).toBe(true);
        },
      ),
    );
  });
});
