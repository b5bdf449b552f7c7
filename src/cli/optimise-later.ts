import { setFlagsFromString } from 'node:v8';

/** The V8 of Node 20: where this was measured, and where the setting is known by this name. */
const measured = /^11\.3\./;

/** When the engine of a version (`process.versions.v8`) is to optimise; nothing to leave that to it. */
export function optimisingFlag(v8: string): string | undefined {
  return measured.test(v8) ? '--interrupt-budget=1000000' : undefined;
}

/**
 * Has functions optimised later than V8 would: it thinks of servers, and a run that ends within a second
 * or two spends up to a third of its CPU on optimising what is about to end (docs/adr/0011).
 */
export function optimiseLater(): void {
  const flag = optimisingFlag(process.versions.v8);
  if (flag !== undefined) setFlagsFromString(flag);
}
