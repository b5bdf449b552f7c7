/** How numbers along an axis are written. */
export type AxisUnit = 'share' | 'seconds' | 'hours' | 'count';

/**
 * Round steps (1, 2 or 5 times a power of ten) from 0 up to at least `most`, about `wanted` of them.
 * At least one step, also where there is nothing to show.
 */
export function axisSteps(most: number, wanted: number): readonly number[] {
  const raw = (most > 0 ? most : 1) / Math.max(1, wanted);
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= raw * 0.999) ?? 10) * power;
  const count = Math.max(1, Math.ceil((most / step) * 0.999));
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

/** A number at an axis: `25 %`, `10 s`, `0.5 h`. */
export function axisText(value: number, unit: AxisUnit): string {
  const plain = Number((unit === 'share' ? value * 100 : value).toPrecision(6));
  const sign = { share: ' %', seconds: ' s', hours: ' h', count: '' }[unit];
  return `${plain}${sign}`;
}
