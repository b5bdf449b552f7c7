import { BrokenAnswer } from './server-error.ts';

export const brokenAnswer = (): BrokenAnswer =>
  new BrokenAnswer('its answer is not what was asked for');

/** A whole number of an answer; servers write large ones between quotes. Throws a `BrokenAnswer`. */
export function whole(value: unknown): number {
  const number = typeof value === 'string' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) throw brokenAnswer();
  return number;
}

/** Throws a `BrokenAnswer` for anything but a text. */
export function text(value: unknown): string {
  if (typeof value !== 'string') throw brokenAnswer();
  return value;
}

/** A list of an answer, item by item. Throws a `BrokenAnswer` for anything else. */
export function list<Item>(value: unknown, item: (value: unknown) => Item): readonly Item[] {
  if (!Array.isArray(value)) throw brokenAnswer();
  return value.map(item);
}
