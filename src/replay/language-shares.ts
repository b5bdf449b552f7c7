import type { CallFlow } from '../flow/call-flow.ts';
import { depthsOf } from '../flow/depth.ts';
import { languageSetBy } from './language-set-by.ts';
import { pathLanguages } from './path-languages.ts';
import type { Replay } from './replay.ts';
import type { NodeId } from '../script/names.ts';
import type { Language } from '../script/values.ts';

/** The share of visits to a node that go on in a language. */
export interface LanguageShare {
  readonly language: Language;
  /** From 0 to 1; the shares of a node add up to 1. */
  readonly share: number;
}

type Mix = ReadonlyMap<Language, number>;

/** Loops settle geometrically; a menu that takes more rounds than this differs by less than a call. */
const mostRounds = 200;
const settled = 1e-12;

/** A way into a node: how often it was taken, and the language that it sets. */
interface WayIn {
  readonly from: NodeId;
  readonly times: number;
  readonly language: Language | undefined;
}

/** Shares that add up to 1. Nearly all nodes speak one language: `pure` gives those one mix for all. */
function normalised(inflow: Mix, fallback: Language, pure: (language: Language) => Mix): Mix {
  const [only = fallback] = inflow.keys();
  if (inflow.size <= 1) return pure(only);
  const total = [...inflow.values()].reduce((sum, amount) => sum + amount, 0);
  return new Map([...inflow].map(([language, amount]) => [language, amount / total]));
}

function distance(a: Mix, b: Mix): number {
  if (a === b) return 0;
  return [...new Set([...a.keys(), ...b.keys()])].reduce(
    (most, key) => Math.max(most, Math.abs((a.get(key) ?? 0) - (b.get(key) ?? 0))),
    0,
  );
}

/** Counts as shares, largest first. */
export function sharesOf(counts: ReadonlyMap<Language, number>): readonly LanguageShare[] {
  const all = [...counts.values()].reduce((sum, times) => sum + times, 0);
  return [...counts]
    .map(([language, times]) => ({ language, share: times / all }))
    .sort((a, b) => b.share - a.share);
}

/** The shares of each node as its paths tell; a node without visits is in the script's own language. */
function sharesOfPaths(
  flow: CallFlow,
  paths: Replay['paths'],
): ReadonlyMap<NodeId, readonly LanguageShare[]> {
  const { visits } = pathLanguages(flow, paths);
  const unvisited: readonly LanguageShare[] = [{ language: flow.script.language, share: 1 }];
  return new Map(
    flow.nodes.map(({ id }) => {
      const own = visits.get(id);
      return [id, own === undefined ? unvisited : sharesOf(own)];
    }),
  );
}

/**
 * In which languages the visits to each node were: as the paths of the calls tell. Where only counts are
 * known, how often each way was taken, languages are carried along those ways in proportion, from the
 * entries' own languages (else the script's), changed by options that set one and by branches on language.
 */
export function languageShares(
  flow: CallFlow,
  replay: Pick<Replay, 'nodes' | 'edges' | 'paths'>,
): ReadonlyMap<NodeId, readonly LanguageShare[]> {
  if (replay.paths.length > 0) return sharesOfPaths(flow, replay.paths);
  const fallback = flow.script.language;
  const visits = new Map(replay.nodes.map((node) => [node.id, node.visits]));
  const waysInto = new Map<NodeId, WayIn[]>();
  for (const { edge, taken: times } of replay.edges) {
    if (times === 0) continue;
    const way = { from: edge.from, times, language: languageSetBy(flow, edge) };
    const ways = waysInto.get(edge.to);
    if (ways === undefined) waysInto.set(edge.to, [way]);
    else ways.push(way);
  }
  const starts = new Map<NodeId, readonly Language[]>();
  for (const { start, language = fallback } of flow.script.entries) {
    starts.set(start, [...(starts.get(start) ?? []), language]);
  }
  const known = new Map<Language, Mix>();
  const pure = (language: Language): Mix => {
    const mix = known.get(language) ?? new Map([[language, 1]]);
    known.set(language, mix);
    return mix;
  };
  const mixes = new Map<NodeId, Mix>(flow.nodes.map(({ id }) => [id, pure(fallback)]));
  const isMixed =
    [...waysInto.values()].some((ways) => ways.some(({ language }) => language !== undefined)) ||
    [...starts.values()].some((list) => list.some((language) => language !== fallback));
  const order = isMixed ? [...depthsOf(flow).keys()] : [];
  for (let round = 0; round < mostRounds; round += 1) {
    let change = 0;
    for (const id of order) {
      const inflow = new Map<Language, number>();
      const add = (language: Language, amount: number) => {
        if (amount > 0) inflow.set(language, (inflow.get(language) ?? 0) + amount);
      };
      let arrived = 0;
      for (const { from, times, language } of waysInto.get(id) ?? []) {
        arrived += times;
        if (language !== undefined) add(language, times);
        else for (const [spoken, share] of mixes.get(from) ?? []) add(spoken, share * times);
      }
      const starting = starts.get(id) ?? [];
      const fresh = Math.max(0, (visits.get(id) ?? 0) - arrived);
      for (const language of starting) add(language, fresh / starting.length);
      const mix = normalised(inflow, fallback, pure);
      change = Math.max(change, distance(mix, mixes.get(id) ?? mix));
      mixes.set(id, mix);
    }
    if (change < settled) break;
  }
  const lists = new Map<Mix, readonly LanguageShare[]>();
  const listOf = (mix: Mix): readonly LanguageShare[] => {
    const list = lists.get(mix) ?? [...mix].map(([language, share]) => ({ language, share }));
    lists.set(mix, list);
    return list;
  };
  return new Map([...mixes].map(([id, mix]) => [id, listOf(mix)]));
}
