import colors from 'picocolors';
import { wantsColor, type Output, type Terminal } from './terminal.ts';

/** Colours for an output, or none where nobody would see them. */
export function paintFor(
  output: Output,
  env: Terminal['env'],
): ReturnType<typeof colors.createColors> {
  return colors.createColors(wantsColor(output, env));
}

/** Colours for what goes to standard output; none for a file that the user named. */
export function paintInto(
  file: string | undefined,
  { stdout, env }: Terminal,
): ReturnType<typeof colors.createColors> {
  return file === undefined || file === '-' ? paintFor(stdout, env) : colors.createColors(false);
}
