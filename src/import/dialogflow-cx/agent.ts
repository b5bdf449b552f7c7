import { textBelow } from '../tree-values.ts';
import { partBelow, partsBelow, type Part } from './part.ts';

/** A page, or a group of routes: something with a name that others refer to. */
export interface Named {
  readonly title: string;
  /** Its `name`: an id, or a path that ends in one. */
  readonly id: string;
  readonly part: Part;
}

export interface Flow extends Named {
  readonly pages: readonly Named[];
  /** Groups of routes, of the flow and of the agent. */
  readonly groups: readonly Named[];
  /** True for the flow in which calls begin. */
  readonly isStart: boolean;
}

export interface Agent {
  /** `agent.json`, where it is known. */
  readonly settings: Part | undefined;
  readonly flows: readonly Flow[];
  /** The DTMF pattern of an intent by its name or id. */
  readonly patternOf: (intent: string) => string | undefined;
}

/** The id of the flow that every agent begins with. */
const firstFlow = '00000000-0000-0000-0000-000000000000';

/** The last part of `projects/…/pages/<id>`; what is no path stays. */
export const lastPart = (reference: string): string =>
  reference.slice(reference.lastIndexOf('/') + 1);

/** The intent that begins a call, by its name and by its id. */
export const isWelcome = (intent: string): boolean =>
  intent === 'Default Welcome Intent' || lastPart(intent) === firstFlow;

export function named(part: Part, fallback: string): Named {
  const id = textBelow(part.tree, 'name') ?? '';
  return { title: textBelow(part.tree, 'displayName') ?? (lastPart(id) || fallback), id, part };
}

interface Index<T> {
  readonly byTitle: ReadonlyMap<string, T>;
  readonly byId: ReadonlyMap<string, T>;
}

const indexes = new WeakMap<readonly Named[], Index<Named>>();

/** The first of each name counts. */
function firstBy<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, T> {
  return new Map(all.toReversed().map((one) => [keyOf(one), one]));
}

function indexOf<T extends Named>(all: readonly T[]): Index<T> {
  const known = indexes.get(all) as Index<T> | undefined;
  if (known !== undefined) return known;
  const made = {
    byTitle: firstBy(all, ({ title }) => title),
    byId: firstBy(
      all.filter(({ id }) => id !== ''),
      ({ id }) => lastPart(id),
    ),
  };
  indexes.set(all, made);
  return made;
}

/** A thing by its title, its id, or a path that ends in its id. */
export function findNamed<T extends Named>(all: readonly T[], reference: string): T | undefined {
  const { byTitle, byId } = indexOf(all);
  return byTitle.get(reference) ?? byId.get(lastPart(reference));
}

export function flowFrom(
  part: Part,
  pages: readonly Part[],
  groups: readonly Part[],
  startFlow: string | undefined,
  fallback: string,
): Flow {
  const own = named(part, fallback);
  const isFirst = lastPart(own.id) === firstFlow || own.title === 'Default Start Flow';
  return {
    ...own,
    pages: pages.map((page) => named(page, 'page')),
    groups: groups.map((group) => named(group, 'routes')),
    isStart: startFlow === undefined ? isFirst : findNamed([own], startFlow) !== undefined,
  };
}

const intentPattern = (part: Part): string | undefined => textBelow(part.tree, 'dtmfPattern');

/** An agent that one JSON value holds, with its flows, their pages and its intents. */
export function agentInOne(part: Part): Agent {
  const settings = partBelow(part, 'agent');
  const startFlow = textBelow(settings?.tree, 'startFlow');
  const shared = partsBelow(part, 'transitionRouteGroups');
  const flows = partsBelow(part, 'flows').map((item) => {
    const flow = partBelow(item, 'flow') ?? item;
    const pages = [
      ...partsBelow(item, 'pages'),
      ...(flow === item ? [] : partsBelow(flow, 'pages')),
    ];
    const groups = partsBelow(item, 'transitionRouteGroups');
    return flowFrom(flow, pages, [...groups, ...shared], startFlow, 'flow');
  });
  const intents = partsBelow(part, 'intents').map((item) =>
    named(partBelow(item, 'intent') ?? item, 'intent'),
  );
  return {
    settings,
    flows,
    patternOf(intent) {
      const found = findNamed(intents, intent);
      return found === undefined ? undefined : intentPattern(found.part);
    },
  };
}
