/** Seconds with one decimal; with two below a second, where one would hide the difference. */
export function seconds(value: number, like = value): string {
  const text = value.toFixed(Math.abs(like) < 0.995 ? 2 : 1);
  return /^-[0.]+$/.test(text) ? text.slice(1) : text;
}

/** Both ends of a range, with as many decimals as the value that it surrounds. */
export function secondsRange(low: number, high: number, value: number): string {
  return `${seconds(low, value)} to ${seconds(high, value)}`;
}
