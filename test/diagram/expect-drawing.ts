import { expect } from '@jest/globals';
import type { Drawing } from '../../src/diagram/drawing.ts';
import { outerBoxOf, overlap, runsThrough } from './geometry.ts';

/** No card touches another, with all that sticks out of them. */
export function expectNoOverlap({ cards }: Drawing): void {
  const overlaps: string[] = [];
  cards.forEach((card, index) => {
    for (const other of cards.slice(index + 1)) {
      if (overlap(outerBoxOf(card), outerBoxOf(other))) overlaps.push(`${card.id} and ${other.id}`);
    }
  });
  expect(overlaps).toEqual([]);
}

/** No wire runs through a card that it doesn't belong to, nor through a letter. */
export function expectFreeWires({ wires, cards, stubs }: Drawing): void {
  for (const wire of wires) {
    const hit = cards.filter(
      (card) => card.id !== wire.from && card.id !== wire.to && runsThrough(wire, outerBoxOf(card)),
    );
    expect(hit.map((card) => `${wire.from} to ${wire.to} through ${card.id}`)).toEqual([]);
    const cut = stubs.filter(({ disc }) => {
      if (disc === undefined) return false;
      const { x, y, width } = disc;
      return runsThrough(wire, { left: x, top: y, right: x + width, bottom: y + 15 });
    });
    expect(
      cut.map((stub) => `${wire.from} to ${wire.to} through a letter of ${stub.from}`),
    ).toEqual([]);
  }
}
