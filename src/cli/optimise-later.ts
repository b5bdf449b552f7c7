import { setFlagsFromString } from 'node:v8';

/** The V8 of Node 20: where this was measured, and where the settings are known by these names. */
const measured = '11.3.';

/**
 * What the engine of a version (`process.versions.v8`) is told for a command; nothing to leave all to it.
 * Linting runs more than a hundred short checks over each of many files: it pays to optimise these sooner,
 * each by itself, without what it calls.
 */
export function optimisingFlags(v8: string, command: string | undefined): readonly string[] {
  if (!v8.startsWith(measured)) return [];
  return command === 'lint'
    ? ['--interrupt-budget=200000', '--max-inlined-bytecode-size-cumulative=100']
    : ['--interrupt-budget=1000000'];
}

/**
 * Has functions optimised later than V8 would: it thinks of servers, and a run that ends within a second
 * or two spends up to a third of its CPU on optimising what is about to end (docs/adr/0011).
 */
export function optimiseLater(command: string | undefined): void {
  for (const flag of optimisingFlags(process.versions.v8, command)) setFlagsFromString(flag);
}
