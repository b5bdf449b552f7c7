import type { Words } from './words.ts';

/** A coordinate as it is written: tenths of a pixel, no negative zero. */
export function coordinate(value: number): string {
  return `${Math.round(value * 10) / 10 || 0}`;
}

type Marks = Pick<Words, 'marks'>;

const english: Marks = { marks: { thousands: ',', point: '.' } };

/** `20,000`, with the marks of the drawing's own language, whatever the machine's. */
export function formatCount(count: number, { marks }: Marks = english): string {
  return `${Math.round(count)}`.replace(/\B(?=(\d{3})+$)/g, marks.thousands);
}

/** A count as programs read it, for an attribute. */
export function countOf(count: number | undefined): string | undefined {
  return count === undefined ? undefined : `${count}`;
}

/** A share of one as a percentage: `33%`, `8.8%`, `<0.1%`. */
export function formatShare(share: number, { marks }: Marks = english): string {
  const percent = share * 100;
  const { point } = marks;
  if (percent <= 0) return '0%';
  if (percent < 0.05) return `<0${point}1%`;
  const digits = percent < 9.95 ? percent.toFixed(1) : `${Math.round(percent)}`;
  return `${digits.replace('.', point)}%`;
}

/** A bound that the user gave, as it was given: `1%`, `0.5%`. */
export function formatBound(share: number, { marks }: Marks): string {
  return `${`${Math.round(share * 1e6) / 1e4}`.replace('.', marks.point)}%`;
}

/** Seconds as a reader counts them: whole, and never 0 where something is said. */
export function formatSeconds(seconds: number): string {
  return `${Math.max(1, Math.round(seconds))} s`;
}
