/**
 * The share that a case of a branch is written with, from 0 up: `30%`, `30` or `0.3`; nothing where
 * it is a mere name, which takes an even part of what the numbers leave.
 */
export function caseShare(when: string): number | undefined {
  const [, digits, percent] = /^\s*(\d{1,6}(?:\.\d{1,6})?)\s*(%?)\s*$/.exec(when) ?? [];
  if (digits === undefined) return undefined;
  const number = Number.parseFloat(digits);
  return percent === '%' || number > 1 ? number / 100 : number;
}
