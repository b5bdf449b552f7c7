import type { Context, Dialplan, Extension } from './dialplan.ts';
import { matchesPattern } from './extension-pattern.ts';

/** An extension that was found, and where: it may stand in a context that another includes. */
export interface FoundExtension {
  readonly context: Context;
  readonly extension: Extension;
}

/** No real context brings in more. */
const mostIncluded = 500;

/** A context and those it includes, each once, in the order in which Asterisk asks them. */
export function contextsFrom(dialplan: Dialplan, name: string): readonly Context[] {
  const found: Context[] = [];
  const seen = new Set<string>();
  const open = [name];
  for (let here = open.pop(); here !== undefined; here = open.pop()) {
    const context = dialplan.contexts.get(here);
    if (context === undefined || seen.has(here)) continue;
    if (found.length >= mostIncluded) break;
    seen.add(here);
    found.push(context);
    for (const { context: included } of context.includes.toReversed()) open.push(included);
  }
  return found;
}

/** Finds extensions by what is dialled: exact names, then patterns, then what is included. */
export type FindExtension = (context: string, dialled: string) => FoundExtension | undefined;

export function createFindExtension(dialplan: Dialplan): FindExtension {
  const orders = new Map<string, readonly Context[]>();
  const found = new Map<string, FoundExtension | undefined>();

  const find: FindExtension = (name, dialled) => {
    let order = orders.get(name);
    if (order === undefined) {
      order = contextsFrom(dialplan, name);
      orders.set(name, order);
    }
    for (const context of order) {
      const extension =
        context.extensions.get(dialled) ??
        context.patterns.find((pattern) => matchesPattern(pattern.name, dialled));
      if (extension !== undefined) return { context, extension };
    }
    return undefined;
  };
  return (name, dialled) => {
    const key = `${name}\n${dialled}`;
    if (!found.has(key)) found.set(key, find(name, dialled));
    return found.get(key);
  };
}
