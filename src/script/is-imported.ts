import type { ScriptNode } from './script.ts';

/**
 * Whether a node was made from a vendor's file. What such a node leaves out may be said elsewhere on
 * that platform, so that nothing can be concluded from it.
 */
export function isImported({ origin }: ScriptNode): boolean {
  return origin !== undefined && origin.length > 0;
}
