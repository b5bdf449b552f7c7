import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { menuSeconds } from '../../src/optimise/menu-seconds.ts';
import { smithOrder, type OrderItem } from '../../src/optimise/smith-order.ts';

const free = (seconds: number, weight: number): OrderItem => ({ seconds, weight, pinned: false });
const pinned = (seconds: number, weight: number): OrderItem => ({ seconds, weight, pinned: true });
const listening = { header: 0, press: 0, entry: 0, fullListenShare: 0 };

function costOf(items: readonly OrderItem[], order: readonly number[]): number {
  return menuSeconds(
    order.map((index) => items[index] ?? free(0, 0)),
    listening,
  );
}

/** Every order in which pinned items keep their places. */
function allOrders(items: readonly OrderItem[]): readonly (readonly number[])[] {
  const loose = items.flatMap((item, index) => (item.pinned ? [] : [index]));
  const permute = (list: readonly number[]): readonly (readonly number[])[] =>
    list.length === 0
      ? [[]]
      : list.flatMap((first) => permute(list.filter((x) => x !== first)).map((r) => [first, ...r]));
  return permute(loose).map((permutation) => {
    const queue = [...permutation];
    return items.map((item, index) => (item.pinned ? index : (queue.shift() ?? index)));
  });
}

const anyItem = fc.record({
  seconds: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 12 })),
  weight: fc.nat(20),
  pinned: fc.boolean(),
});

describe("the order of a menu's options", () => {
  test('puts callers per second of audio first and leaves ties as they are', () => {
    const items = [free(8, 0.4), free(2, 0.1), free(3, 0.3), free(4, 0.2)];
    const { order } = smithOrder(items);
    expect(order).toEqual([2, 0, 1, 3]);
    expect(costOf(items, order) + 1 + 2).toBeCloseTo(13, 10);
  });

  test('leaves a menu alone that is already in order', () => {
    expect(smithOrder([free(3, 9), free(3, 5), free(3, 5), free(3, 1)]).order).toEqual([
      0, 1, 2, 3,
    ]);
  });

  test('keeps a pinned option where it is and sorts around it', () => {
    const items = [free(3, 1), free(3, 9), pinned(3, 99), free(3, 5)];
    expect(smithOrder(items).order).toEqual([1, 3, 2, 0]);
  });

  test('lets a short option go before a wanted long one when a pinned option waits behind', () => {
    const items = [free(10, 10), pinned(1, 50), free(2, 1)];
    expect(smithOrder(items).order).toEqual([2, 1, 0]);
  });

  test('does not move an option that takes no time and that no one chooses', () => {
    expect(smithOrder([free(3, 1), free(0, 0), free(3, 2)]).order).toEqual([2, 1, 0]);
  });

  test('no order of at most 6 options is better, whatever is pinned', () => {
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 6 }), (items) => {
        const { order, exact } = smithOrder(items);
        const best = Math.min(...allOrders(items).map((each) => costOf(items, each)));
        expect(exact).toBe(true);
        expect(costOf(items, order)).toBeCloseTo(best, 6);
        items.forEach((item, index) => {
          if (item.pinned) expect(order[index]).toBe(index);
        });
      }),
      { numRuns: 400 },
    );
  });

  test('is an order of all options and never costs more than today, however many there are', () => {
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 40 }), (items) => {
        const { order } = smithOrder(items);
        const present = items.map((_, index) => index);
        expect([...order].sort((a, b) => a - b)).toEqual(present);
        expect(costOf(items, order)).toBeLessThanOrEqual(costOf(items, present) + 1e-6);
      }),
      { numRuns: 200 },
    );
  });

  test('stays as it is when all times are scaled alike', () => {
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 8 }), (items) => {
        const scaled = items.map((item) => ({ ...item, seconds: item.seconds * 4 }));
        expect(smithOrder(scaled).order).toEqual(smithOrder(items).order);
      }),
    );
  });

  test('says when it could not weigh every order', () => {
    const many = Array.from({ length: 15 }, (_, index) => free(3, index));
    expect(smithOrder(many).exact).toBe(true);
    expect(smithOrder([...many, pinned(3, 5), free(3, 50)]).exact).toBe(false);
  });
});
