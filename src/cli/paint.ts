import colors from 'picocolors';
import { wantsColor, type Output, type Terminal } from './terminal.ts';

/** Colours for an output, or none where nobody would see them. */
export function paintFor(
  output: Output,
  env: Terminal['env'],
): ReturnType<typeof colors.createColors> {
  return colors.createColors(wantsColor(output, env));
}
