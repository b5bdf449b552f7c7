import type { CallFlow } from '../flow/call-flow.ts';
import { keyPaths, type KeyStep } from '../flow/key-paths.ts';
import { billCall, priceOfMinute, type Billing } from '../routing/billing.ts';
import type { Directory, Queue } from '../routing/directory.ts';
import { servingEntries } from '../routing/staffed-by.ts';
import { isUnknown } from '../script/values.ts';

/** What a minute costs somewhere. Ten-thousandths of the currency; nothing where the terms don't say. */
export interface MinutePrices {
  readonly currency: string;
  /** A call that is talked for one minute, with rounding and the minimum. */
  readonly firstMinute: number | undefined;
  /** Each minute of talking more, in the long run. */
  readonly furtherMinute: number;
  readonly waitingMinute: number | undefined;
  readonly holdingMinute: number | undefined;
}

/** Why nothing is known of what calls cost somewhere. */
export type UnknownCost =
  'no directory' | 'unknown queue' | 'unknown site' | 'own site' | 'no terms' | 'outside number';

/** A place that calls end up in, at one of its sites, and what calls cost there. */
export interface DestinationCost {
  readonly node: string;
  readonly kind: 'queue' | 'number';
  /** The queue, or the directory's name of the number; nothing where neither is known. */
  readonly name: string | undefined;
  readonly title: string | undefined;
  /** The keys, and what else, that lead there. */
  readonly keys: readonly KeyStep[];
  readonly site: string | undefined;
  readonly vendor: string | undefined;
  readonly prices: MinutePrices | UnknownCost;
}

function pricesBy(billing: Billing): MinutePrices {
  const minute = priceOfMinute(billing);
  const ifBilled = (isBilled: boolean | undefined) =>
    isBilled === undefined ? undefined : isBilled ? minute : 0;
  return {
    currency: billing.currency,
    firstMinute: billCall(billing, { talking: 60 })?.price,
    furtherMinute: minute,
    waitingMinute: ifBilled(billing.waiting),
    holdingMinute: ifBilled(billing.holding),
  };
}

type Place = Pick<DestinationCost, 'site' | 'vendor' | 'prices'>;

const unknown = (prices: UnknownCost, site?: string, vendor?: string): Place => ({
  site,
  vendor,
  prices,
});

/** The sites that take a queue's calls: its own list, else those of the people who serve it. */
function sitesOf(directory: Directory, id: string, queue: Queue): readonly string[] {
  if (queue.sites !== undefined) return [...new Set(queue.sites)];
  const staffed = servingEntries(directory, id).map((entry) => directory.staffing[entry]?.site);
  return [...new Set(staffed.filter((site) => site !== undefined))];
}

function placesOf(directory: Directory, id: string, queue: Queue): readonly Place[] {
  const sites = new Map(Object.entries(directory.sites));
  const vendors = new Map(Object.entries(directory.vendors));
  const names = sitesOf(directory, id, queue);
  if (names.length === 0) return [unknown('unknown site')];
  return names.map((site) => {
    const found = sites.get(site);
    if (found === undefined) return unknown('unknown site', site);
    if (found.vendor === undefined) return unknown('own site', site);
    const billing = vendors.get(found.vendor)?.billing;
    return billing === undefined
      ? unknown('no terms', site, found.vendor)
      : { site, vendor: found.vendor, prices: pricesBy(billing) };
  });
}

/** A queue and those that take over from it, each once, in the order in which callers come to them. */
function withOverflow(queues: ReadonlyMap<string, Queue>, first: string): readonly string[] {
  const order = new Set([first]);
  for (const id of order) for (const { to } of queues.get(id)?.overflow ?? []) order.add(to);
  return [...order];
}

const overflowStep: KeyStep = { trigger: 'overflow', value: '' };

/**
 * What a minute costs at every destination that callers can come to, queues that take over included,
 * by the shortest way to it; a row for each site. Destinations come in the order of the script.
 */
export function destinationCosts(
  flow: CallFlow,
  directory: Directory | undefined,
): readonly DestinationCost[] {
  const paths = keyPaths(flow);
  const queues = new Map<string, Queue>(Object.entries(directory?.queues ?? {}));
  const numbers = Object.entries(directory?.numbers ?? {});
  const seen = new Set<string>();
  return flow.nodes.flatMap(({ id, node }): readonly DestinationCost[] => {
    const keys = paths.get(id);
    if (keys === undefined) return [];
    if (node.kind === 'transfer') {
      const { number } = node;
      const known = isUnknown(number)
        ? undefined
        : numbers.find(([name, entry]) => name === number || entry.number === number);
      const title = known?.[1].title ?? node.title;
      return [
        { node: id, kind: 'number', name: known?.[0], title, keys, ...unknown('outside number') },
      ];
    }
    if (node.kind !== 'queue') return [];
    if (isUnknown(node.queue) || directory === undefined) {
      const name = isUnknown(node.queue) ? undefined : node.queue;
      const why = directory === undefined ? 'no directory' : 'unknown queue';
      return [{ node: id, kind: 'queue', name, title: node.title, keys, ...unknown(why) }];
    }
    return withOverflow(queues, node.queue).flatMap((name, index) => {
      // Where two nodes lead to one queue, the queues behind it are told once.
      if (index > 0 && seen.has(name)) return [];
      seen.add(name);
      const queue = queues.get(name);
      const places =
        queue === undefined ? [unknown('unknown queue')] : placesOf(directory, name, queue);
      const way = index === 0 ? keys : [...keys, overflowStep];
      return places.map((place) => ({
        node: id,
        kind: 'queue' as const,
        name,
        title: queue?.title,
        keys: way,
        ...place,
      }));
    });
  });
}
