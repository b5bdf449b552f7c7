import { resolve, sep } from 'node:path';
import type { Terminal } from './terminal.ts';

/**
 * Refuses paths under which nothing was found to check: a wrong path would pass a pipeline for ever.
 * Throws an IvrError `usage` that names them.
 */
export async function refuseEmpty(
  paths: readonly string[],
  sources: readonly { readonly path: string }[],
  { cwd }: Terminal,
): Promise<void> {
  const read = sources.map(({ path }) => (path === '-' ? path : resolve(cwd, path)));
  const isEmpty = (path: string): boolean => {
    const whole = path === '-' ? path : resolve(cwd, path);
    const folder = whole.endsWith(sep) ? whole : `${whole}${sep}`;
    return !read.some((one) => one === whole || one.startsWith(folder));
  };
  const empty = paths.filter(isEmpty);
  if (empty.length === 0) return;
  const { noMenusIn } = await import('../node.ts');
  throw noMenusIn(empty);
}
