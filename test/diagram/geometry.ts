import type { DrawnCard, DrawnText, DrawnWire, Drawing } from '../../src/diagram/drawing.ts';
import { spareRoom } from '../../src/diagram/fit-text.ts';
import { textWidth } from '../../src/diagram/text-width.ts';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const boxOf = ({ x, y, width, height }: DrawnCard): Box => ({
  left: x,
  top: y,
  right: x + width,
  bottom: y + height,
});

/** A card with all that sticks out of it. */
export function outerBoxOf(card: DrawnCard): Box {
  const box = boxOf(card);
  const top = card.badges.length > 0 ? 8 : card.disc === undefined ? 0 : -card.disc.y;
  const left = Math.max(0, -(card.disc?.x ?? 0));
  const bottom = card.pill === undefined ? 0 : card.pill.y + 14 - card.height;
  return {
    ...box,
    left: box.left - left,
    top: box.top - Math.max(0, top),
    bottom: box.bottom + bottom,
  };
}

export const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Points on a wire, from its card to the other. */
export function pointsOn(wire: DrawnWire): readonly (readonly [number, number])[] {
  const { x, y, bend, toX, toY, direction } = wire;
  const steps = Array.from({ length: 41 }, (_, index) => index / 40);
  if (direction === 'down') return steps.map((t) => [x, y + (toY - y) * t]);
  const middle = (bend + toX) / 2;
  const mix = (t: number, a: number, b: number, c: number, d: number): number =>
    (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t ** 2 * c + t ** 3 * d;
  return [
    ...steps.map((t) => [x + (bend - x) * t, y] as const),
    ...steps.map((t) => [mix(t, bend, middle, middle, toX), mix(t, y, y, toY, toY)] as const),
  ];
}

/** A wire that runs through a box, more than along its edge. */
export function runsThrough(wire: DrawnWire, { left, top, right, bottom }: Box): boolean {
  return pointsOn(wire).some(
    ([x, y]) => x > left + 1 && x < right - 1 && y > top + 1 && y < bottom - 1,
  );
}

/** Every text of a drawing. */
export function textsOf(drawing: Drawing): readonly DrawnText[] {
  return [
    ...drawing.texts,
    ...drawing.headings,
    ...drawing.legend.map((item) => item.text),
    ...drawing.notes,
    ...drawing.list.flatMap(({ number, lines }) => [number, ...lines]),
    ...drawing.stubs.flatMap(({ disc }) => disc?.text ?? []),
    ...drawing.cards.flatMap((card) => [
      ...card.texts,
      ...card.rows.flatMap((row) => [
        ...row.texts,
        ...(row.cap === undefined ? [] : [row.cap.text]),
      ]),
      ...[card.disc, card.pill, ...card.badges].flatMap((part) => part?.text ?? []),
    ]),
  ];
}

/** The width that a text takes in the widest fonts of the stack. */
export const widestOf = ({ text, note, size, bold }: DrawnText): number =>
  (textWidth(text, size, bold) + textWidth(note, size, bold)) * spareRoom;

type Point = readonly [number, number];

const side = (a: Point, b: Point, c: Point): number =>
  Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));

function cross(one: readonly Point[], other: readonly Point[]): boolean {
  for (let at = 1; at < one.length; at += 1) {
    const [a, b] = [one[at - 1], one[at]];
    if (a === undefined || b === undefined) continue;
    for (let its = 1; its < other.length; its += 1) {
      const [c, d] = [other[its - 1], other[its]];
      if (c === undefined || d === undefined) continue;
      if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) return true;
    }
  }
  return false;
}

/** The pairs of wires that cross; wires that share an end meet there, which is no crossing. */
export function crossingsOf(
  wires: readonly DrawnWire[],
): readonly (readonly [DrawnWire, DrawnWire])[] {
  const lines = wires.map((wire) => ({
    wire,
    points: pointsOn(wire),
    top: Math.min(wire.y, wire.toY),
    bottom: Math.max(wire.y, wire.toY),
    left: Math.min(wire.x, wire.toX),
    right: Math.max(wire.x, wire.toX),
  }));
  return lines.flatMap((one, index) =>
    lines
      .slice(index + 1)
      .filter((other) => overlap(one, other) && cross(one.points, other.points))
      .map((other) => [one.wire, other.wire] as const),
  );
}
