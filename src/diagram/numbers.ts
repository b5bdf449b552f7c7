/** A coordinate as it is written: tenths of a pixel, no negative zero. */
export function coordinate(value: number): string {
  return `${Math.round(value * 10) / 10 || 0}`;
}

/** `20,000`: the same in every locale. */
export function formatCount(count: number): string {
  return `${Math.round(count)}`.replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A count as programs read it, for an attribute. */
export function countOf(count: number | undefined): string | undefined {
  return count === undefined ? undefined : `${count}`;
}

/** A share of one as a percentage: `33%`, `8.8%`, `<0.1%`. */
export function formatShare(share: number): string {
  const percent = share * 100;
  if (percent <= 0) return '0%';
  if (percent < 0.05) return '<0.1%';
  return percent < 9.95 ? `${percent.toFixed(1)}%` : `${Math.round(percent)}%`;
}

/** Seconds as a reader counts them: whole, and never 0 where something is said. */
export function formatSeconds(seconds: number): string {
  return `${Math.max(1, Math.round(seconds))} s`;
}
