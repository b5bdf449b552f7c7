import { edgesInto, edgesOf, nodeOf, type CallFlow, type FlowEdge } from '../flow/call-flow.ts';
import { depthsOf } from '../flow/depth.ts';
import type { Replay } from '../replay/replay.ts';
import type { NodeId } from '../script/names.ts';
import { languageSchema, type Language } from '../script/values.ts';

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

/** The language that a call goes on in after this edge, where the edge sets one. */
function languageSetBy(flow: CallFlow, edge: FlowEdge): Language | undefined {
  const node = nodeOf(flow, edge.from)?.node;
  if (node?.kind === 'menu') {
    return edge.option === undefined ? undefined : node.options[edge.option]?.language;
  }
  const speaks = node?.kind === 'branch' && node.on === 'language' && edge.trigger === 'case';
  return speaks && languageSchema.safeParse(edge.value).success ? edge.value : undefined;
}

/** An identity of an edge that holds for every flow built from the same script. */
const wayOf = ({ from, to, path }: FlowEdge): string => `${from} ${to} ${path.join('/')}`;

function normalised(mix: Mix, fallback: Language): Mix {
  const total = [...mix.values()].reduce((sum, share) => sum + share, 0);
  if (total <= 0) return new Map([[fallback, 1]]);
  return new Map([...mix].map(([language, share]) => [language, share / total]));
}

function distance(a: Mix, b: Mix): number {
  return [...new Set([...a.keys(), ...b.keys()])].reduce(
    (most, key) => Math.max(most, Math.abs((a.get(key) ?? 0) - (b.get(key) ?? 0))),
    0,
  );
}

/**
 * In which languages the visits to each node were. A log tells how often each way was taken, not in
 * which language; so languages are carried along those ways in proportion, from the entries' own
 * languages (else the script's), changed by options that set one and by branches on language.
 */
export function languageShares(
  flow: CallFlow,
  replay: Replay,
): ReadonlyMap<NodeId, readonly LanguageShare[]> {
  const fallback = flow.script.language;
  const taken = new Map(replay.edges.map(({ edge, taken: times }) => [wayOf(edge), times]));
  const visits = new Map(replay.nodes.map((node) => [node.id, node.visits]));
  const sets = new Map(edgesOf(flow).map((edge) => [wayOf(edge), languageSetBy(flow, edge)]));
  const mixes = new Map<NodeId, Mix>(flow.nodes.map(({ id }) => [id, new Map([[fallback, 1]])]));
  const asList = () =>
    new Map(
      [...mixes].map(([id, mix]) => [
        id,
        [...mix].map(([language, share]) => ({ language, share })),
      ]),
    );
  const startLanguages = new Map<NodeId, readonly Language[]>();
  for (const { start, language = fallback } of flow.script.entries) {
    startLanguages.set(start, [...(startLanguages.get(start) ?? []), language]);
  }
  const isMixed =
    [...sets.values()].some((language) => language !== undefined) ||
    [...startLanguages.values()].some((list) => list.some((language) => language !== fallback));
  if (!isMixed) return asList();

  const order = [...depthsOf(flow).keys()];
  for (let round = 0; round < mostRounds; round += 1) {
    let change = 0;
    for (const id of order) {
      const inflow = new Map<Language, number>();
      const add = (language: Language, amount: number) => {
        if (amount > 0) inflow.set(language, (inflow.get(language) ?? 0) + amount);
      };
      let arrived = 0;
      for (const edge of edgesInto(flow, id)) {
        const times = taken.get(wayOf(edge)) ?? 0;
        const set = sets.get(wayOf(edge));
        arrived += times;
        if (set !== undefined) add(set, times);
        else
          mixes.get(edge.from)?.forEach((share, language) => {
            add(language, share * times);
          });
      }
      const starting = startLanguages.get(id) ?? [];
      const fresh = Math.max(0, (visits.get(id) ?? 0) - arrived);
      for (const language of starting) add(language, fresh / starting.length);
      const mix = normalised(inflow, fallback);
      change = Math.max(change, distance(mix, mixes.get(id) ?? mix));
      mixes.set(id, mix);
    }
    if (change < settled) break;
  }
  return asList();
}
