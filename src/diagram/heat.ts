import type { Tone } from './theme.ts';

const thinnest = 1.4;
const thickest = 10;

/** Shares of all calls at which the colour of a line changes. */
export const heatSteps = [0.01, 0.05, 0.2, 0.5] as const;
const heatTones: readonly Tone[] = ['heat0', 'heat1', 'heat2', 'heat3', 'heat4'];

/** Colour and width of a line by its calls: width by the square root, so that area follows the count. */
export function heatOf(
  calls: number | undefined,
  all: number,
): { readonly tone: Tone; readonly width: number } {
  if (calls === undefined) return { tone: 'wire', width: thinnest };
  const share = all > 0 ? Math.min(1, calls / all) : 0;
  const step = heatSteps.filter((least) => share >= least).length;
  const width = Math.max(thinnest, Math.round(thickest * Math.sqrt(share) * 10) / 10);
  return { tone: heatTones[step] ?? 'heat0', width };
}
