import type { NodeId } from '../script/names.ts';
import type { Language } from '../script/values.ts';
import type { CallState } from '../walk/call-state.ts';
import type { AskedNames } from './asked-names.ts';

/** Values by name. */
export type Facts = Readonly<Record<string, string>>;

/**
 * Where a call can be, as far as it matters for what can still happen to it: all calls that agree in
 * this go on in the same ways.
 */
export interface Spot {
  /** Equal for equal spots, and for no others. */
  readonly key: string;
  readonly node: NodeId;
  readonly language: Language;
  /** The menus on the way here, where options lead back. */
  readonly menus: readonly NodeId[];
  /** What options have set and tasks have found, of what some branch asks for. */
  readonly attributes: Facts;
  readonly results: Facts;
  /** How often each loop of the script has sent the call round. */
  readonly rounds: Readonly<Record<string, number>>;
  /** What was taken to be known of the caller beforehand, because a branch asked for it. */
  readonly host: Facts;
  /** States of calendars that the directory doesn't have, taken to be so when they were asked for. */
  readonly supposed: Facts;
  /** Whether something was said since the caller last did something. */
  readonly told: boolean;
  /** False behind what can't be known: then what follows is only possible. */
  readonly sure: boolean;
}

/** What a spot remembers beside the state of the call. */
export type Besides = Pick<Spot, 'host' | 'supposed' | 'told' | 'sure'>;

function keptOf(facts: Facts, names: ReadonlyMap<string, unknown>): Facts {
  const kept = Object.entries(facts).filter(([name]) => names.has(name));
  if (kept.length === 0) return {};
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const textOf = (facts: Readonly<Record<string, string | number>>): string => {
  const entries = Object.entries(facts);
  return entries.length === 0 ? '' : JSON.stringify(entries);
};

/** Loops that have sent the call round; those that are over count anew. */
function begun(rounds: CallState['rounds']): Spot['rounds'] {
  const counts = Object.entries(rounds).filter(([, count]) => count > 0);
  if (counts.length === 0) return {};
  return Object.fromEntries(counts.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function keyed(spot: Omit<Spot, 'key'>): Spot {
  const { node, language, menus, attributes, results, rounds, host, supposed, told, sure } = spot;
  const facts = [attributes, results, rounds, host, supposed].map(textOf).join('|');
  const marks = `${told ? 't' : ''}${sure ? 's' : ''}`;
  return { ...spot, key: `${node}|${language}|${menus.join(' ')}|${facts}|${marks}` };
}

/** The spot of a call that has just come to a node. */
export function spotOf(
  state: CallState & { readonly node: NodeId },
  { values, goesBack, endsSilently }: AskedNames,
  { host, supposed, told, sure }: Besides,
): Spot {
  const { node, language } = state;
  return keyed({
    node,
    language,
    menus: goesBack ? state.menus : [],
    attributes: keptOf(state.attributes, values),
    results: keptOf(state.results, values),
    rounds: begun(state.rounds),
    host,
    supposed,
    told: endsSilently && told,
    sure,
  });
}

/** The same spot, after something was said, or after nothing was. */
export function toldAt(spot: Spot, told: boolean): Spot {
  return spot.told === told ? spot : keyed({ ...spot, told });
}

/** A call that has just come to a spot, as the step function takes it. */
export function callAt(spot: Spot): CallState & { readonly node: NodeId } {
  const { node, language, menus, attributes, results, rounds } = spot;
  return {
    node,
    language,
    silences: 0,
    mismatches: 0,
    retry: undefined,
    menus,
    attributes,
    results,
    rounds,
    seconds: 0,
    ended: undefined,
  };
}
