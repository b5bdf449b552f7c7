import type { CallFlow } from '../../flow/call-flow.ts';
import { reasonsOfPaths } from '../../insight/reason-of-path.ts';
import { startLanguages } from '../../replay/path-languages.ts';
import type { Replay, ReplayedPath } from '../../replay/replay.ts';
import type { NodeId } from '../../script/names.ts';
import { defaultCallerTimeModel, type CallerTimeModel } from '../caller-time-model.ts';
import { callTrace } from './call-trace.ts';
import { circumstancesOf } from './circumstances-of.ts';
import { counterpartsOf } from './counterparts.ts';
import type {
  Circumstances,
  Errand,
  Errands,
  ErrandShare,
  PathErrands,
  Slips,
  Stop,
} from './errand.ts';
import { answerOf } from './open-edges.ts';
import { pricedFlow } from './priced-flow.ts';
import { stopsOf } from './stops-of.ts';
import { guidesThrough, type Guide } from './walk-stops.ts';

/** How often a call was silent or mistyped, by node. */
function slipsOf({ noInputs, noMatches }: ReplayedPath): readonly Slips[] {
  const counts = new Map<NodeId, { noInputs: number; noMatches: number }>();
  const at = (node: NodeId) => {
    const known = counts.get(node) ?? { noInputs: 0, noMatches: 0 };
    counts.set(node, known);
    return known;
  };
  for (const node of noInputs) at(node).noInputs += 1;
  for (const node of noMatches) at(node).noMatches += 1;
  return [...counts].map(([node, own]) => ({ node, ...own }));
}

function nameOf(stop: Stop): string {
  switch (stop.kind) {
    case 'goal': {
      const { node, by, isChosen } = stop;
      return `goal ${node} ${by === undefined ? '' : `${by.menu} ${by.option}`} ${isChosen}`;
    }
    case 'way': {
      const { edge, isChoice, isUntold } = stop;
      return `way ${edge.from} ${answerOf(edge)} ${edge.to} ${edge.option ?? ''} ${isChoice} ${isUntold}`;
    }
    case 'jump':
      return `jump ${stop.from} ${stop.node}`;
    case 'end':
      return `end ${stop.nodes.join(' ')}`;
  }
}

/** Keeps the first of things that are called the same. */
function interning<Thing>(): (name: string, thing: Thing) => Thing {
  const known = new Map<string, Thing>();
  return (name, thing) => {
    const before = known.get(name) ?? thing;
    known.set(name, before);
    return before;
  };
}

/**
 * What the calls of a replay wanted: groups of calls that reached the same by the same options, in the
 * same language and circumstances, after the same detours and mistakes. `model` tells what a detour is:
 * a way for which a cheaper one was open. Time is linear in paths and their length, but for one search
 * for cheapest ways for each kind of circumstances and each place where calls turned.
 */
export function errandsOf(
  flow: CallFlow,
  replay: Pick<Replay, 'calls' | 'paths'>,
  model: CallerTimeModel = defaultCallerTimeModel,
): Errands {
  const priced = pricedFlow(flow, model);
  const counterparts = counterpartsOf(flow, flow);
  const guideIn = guidesThrough(priced, flow, counterparts);
  const reasons = reasonsOfPaths(flow);
  const startOf = startLanguages(flow);
  const stopCalled = interning<Stop>();
  const met = new Map<string, { readonly circumstances: Circumstances; readonly guide: Guide }>();
  const found = new Map<string, { errand: Errand; calls: number; position: number }>();

  const paths = replay.paths.map((path): PathErrands => {
    const trace = callTrace(path);
    const slips = slipsOf(path);
    const { key, circumstances } = circumstancesOf(flow, trace);
    const known = met.get(key) ?? {
      circumstances,
      guide: guideIn(circumstances),
    };
    met.set(key, known);
    const [first] = path.steps;
    const number = first?.event === 'start' ? first.value : '';
    const reason = reasons.of(path);
    const start = trace[0]?.node;
    const { languages } = startOf(path);
    const shares = languages.map((language): ErrandShare => {
      const { stops, goals } =
        start === undefined
          ? { stops: [], goals: [] }
          : stopsOf(priced, known.guide, trace, language, slips);
      const name = [
        ...[number, start ?? '', language, key, reason ?? ''],
        ...slips.map(({ node, noInputs, noMatches }) => `${node} ${noInputs} ${noMatches}`),
        ...stops.map(nameOf),
      ].join('\n');
      const share = 1 / languages.length;
      const group = found.get(name) ?? {
        errand: {
          ...{ calls: 0, number, start, language, slips, goals, reason },
          circumstances: known.circumstances,
          stops: stops.map((stop) => stopCalled(nameOf(stop), stop)),
        },
        calls: 0,
        position: found.size,
      };
      group.calls += share * path.calls;
      found.set(name, group);
      return { errand: group.position, share };
    });
    return { calls: path.calls, shares };
  });

  const groups = [...found.values()];
  const order = groups
    .map((_, position) => position)
    .sort((a, b) => (groups[b]?.calls ?? 0) - (groups[a]?.calls ?? 0) || a - b);
  const place = new Map(order.map((position, index) => [position, index]));
  return {
    flow,
    model,
    calls: replay.calls,
    errands: order.flatMap((position): Errand[] => {
      const group = groups[position];
      return group === undefined ? [] : [{ ...group.errand, calls: group.calls }];
    }),
    paths: paths.map(({ calls, shares }) => ({
      calls,
      shares: shares.map(({ errand, share }) => ({ errand: place.get(errand) ?? 0, share })),
    })),
  };
}
