import { textBelow } from '../tree-values.ts';
import { findNamed, type Named } from './agent.ts';
import { routesOf, type FlowReader } from './flow-reader.ts';
import { partsBelow, type Part } from './part.ts';

/** The pages that a call can come to a page from. */
export interface PagesBefore {
  readonly pages: readonly Named[];
  /** Pages that are left out, since they are too many. */
  readonly more: number;
}

/** No more pages than this are told apart before one. */
const mostBefore = 200;

/** Routes of the flow that ask for words of a caller, and its handlers, count on every page. */
const isEverywhere = (way: Part): boolean =>
  textBelow(way.tree, 'intent') !== undefined || textBelow(way.tree, 'event') !== undefined;

function waysOf(page: Named, reader: Pick<FlowReader, 'flow' | 'writer'>): readonly Part[] {
  const reprompts = partsBelow(page.part, 'form', 'parameters').flatMap((parameter) =>
    partsBelow(parameter, 'fillBehavior', 'repromptEventHandlers'),
  );
  return [...routesOf(page, reader), ...partsBelow(page.part, 'eventHandlers'), ...reprompts];
}

/** Finds the pages before every page of a flow, all at once: linear in pages and routes. */
export function createPagesBefore(
  reader: Pick<FlowReader, 'flow' | 'writer'>,
): (page: Named) => PagesBefore {
  const { flow } = reader;
  const start: Named = flow;
  let before: Map<Named, Set<Named>> | undefined;
  const fromAll = new Set<Named>();
  const read = (): Map<Named, Set<Named>> => {
    const found = new Map<Named, Set<Named>>();
    for (const page of [start, ...flow.pages])
      for (const way of waysOf(page, reader)) {
        const target = textBelow(way.tree, 'targetPage') ?? '';
        const to =
          findNamed(flow.pages, target) ?? (target.endsWith('START_PAGE') ? start : undefined);
        if (to === undefined) continue;
        if (page === start && isEverywhere(way)) fromAll.add(to);
        const known = found.get(to) ?? new Set();
        found.set(to, known.add(page));
      }
    return found;
  };
  return (page) => {
    before ??= read();
    const own = before.get(page) ?? new Set<Named>();
    // The ways that are written on a page come first, those of the flow behind them.
    const all = fromAll.has(page) ? [...new Set([...own, start, ...flow.pages])] : [...own];
    const pages = all.filter((other) => other !== page);
    return { pages: pages.slice(0, mostBefore), more: Math.max(0, pages.length - mostBefore) };
  };
}
