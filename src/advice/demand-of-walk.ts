import { nodeOf } from '../flow/call-flow.ts';
import { sharesOf } from '../replay/language-shares.ts';
import type { NodeId } from '../script/names.ts';
import type { Language } from '../script/values.ts';
import type { Demand, NodeDemand } from './demand.ts';
import type { Errands } from './errands/errand.ts';
import type { Walked } from './errands/walk-errands.ts';

interface Counts {
  visits: number;
  calls: number;
  completed: number;
  noInputs: number;
  noMatches: number;
  /** Times that silence or a wrong entry led on. */
  givenUp: number;
  readonly choices: number[];
  readonly languages: Map<Language, number>;
}

/**
 * What callers do at the nodes of a script that they walk: the same counts as those of a replay, of a
 * script that nobody has called yet. Linear in the walks.
 */
export function demandOfWalk({ errands }: Errands, walked: Walked): Demand {
  const { flow } = walked;
  const counts = new Map<NodeId, Counts>();
  const at = (id: NodeId): Counts => {
    const known = counts.get(id);
    if (known !== undefined) return known;
    const node = nodeOf(flow, id)?.node;
    const options = node?.kind === 'menu' ? node.options.length : 0;
    const own: Counts = {
      ...{ visits: 0, calls: 0, completed: 0, noInputs: 0, noMatches: 0, givenUp: 0 },
      choices: new Array<number>(options).fill(0),
      languages: new Map(),
    };
    counts.set(id, own);
    return own;
  };
  errands.forEach(({ calls, slips }, position) => {
    const walk = walked.errands[position];
    const start = walk?.start;
    if (walk === undefined || start === undefined || !walk.isReached || calls === 0) return;
    const seen = new Set<NodeId>();
    const visit = (id: NodeId, language: Language) => {
      const own = at(id);
      own.visits += calls;
      own.languages.set(language, (own.languages.get(language) ?? 0) + calls);
      if (!seen.has(id)) own.calls += calls;
      seen.add(id);
    };
    visit(start.id, start.language);
    for (const { lanes } of walk.legs) {
      for (const { edge, to } of lanes) {
        const from = at(edge.from);
        if (edge.option !== undefined)
          from.choices[edge.option] = (from.choices[edge.option] ?? 0) + calls;
        else if (edge.trigger === 'next') from.completed += calls;
        else if (edge.trigger === 'noInput' || edge.trigger === 'noMatch') from.givenUp += calls;
        visit(to.id, to.language);
      }
    }
    const asking = [...seen].filter((id) => {
      const kind = nodeOf(flow, id)?.kind;
      return kind === 'menu' || kind === 'collect';
    });
    for (const { node, noInputs, noMatches } of slips) {
      const place = asking.includes(node) ? node : asking.at(-1);
      if (place === undefined) continue;
      at(place).noInputs += noInputs * calls;
      at(place).noMatches += noMatches * calls;
    }
  });
  const nodes = [...counts].map(([id, own]) => {
    const { visits, calls, completed, noInputs, noMatches, givenUp, choices } = own;
    const retries = Math.max(0, noInputs + noMatches - givenUp);
    const demand: NodeDemand = {
      ...{ visits, calls, completed, noInputs, noMatches, choices },
      hearings: visits + retries,
      languages: sharesOf(own.languages),
    };
    return [id, demand] as const;
  });
  return { calls: walked.calls, nodes: new Map(nodes) };
}
