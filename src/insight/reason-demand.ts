import type { CallFlow } from '../flow/call-flow.ts';
import type { Replay, ReplayedPath } from '../replay/replay.ts';
import type { NodeId } from '../script/names.ts';
import { defineInsight } from './insight.ts';
import { rateOf, type Rate } from './rate.ts';
import { reasonsOfPaths } from './reason-of-path.ts';
import { tableOf } from './table.ts';
import { wilsonInterval } from './wilson.ts';

/** How many call for something, and what can be said of those who were lost before they told. */
export interface ReasonDemand {
  readonly reason: string;
  /** Of the calls whose reason is known. */
  readonly told: Rate;
  /** The share of all calls, had those who were lost wanted what others wanted who got on from there; with its 95 % interval. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** The share of all calls, had nobody of those who told nothing wanted it, and had all. */
  readonly least: number;
  readonly most: number;
}

/** The demand for each reason, and the calls of which none is known. */
export interface Demands {
  /** Largest share first. */
  readonly reasons: readonly ReasonDemand[];
  readonly unknown: Rate;
  /** Unknown calls that are no loss on the way to a reason: nobody went on from where they ended. */
  readonly unexplained: number;
}

/** The nodes that a path came to before it chose what has the reason; all of them where it chose none. */
function nodesBefore(
  { visits, edges, choices }: ReplayedPath,
  chosen: number,
): ReadonlySet<NodeId> {
  const all = new Set(visits);
  const choice = choices[chosen];
  if (choice === undefined) return all;
  const before = new Set<NodeId>(visits.slice(0, 1));
  for (const { from, option } of edges) {
    before.add(from);
    if (from === choice.menu && option === choice.option) return before;
  }
  return all;
}

interface AtNode {
  calls: number;
  lost: number;
}

/**
 * What callers want, by contact reason. Reasons that stand deep in menus are told less often than they
 * are wanted, as calls are lost on the way to them: each call that told its reason stands for those who
 * were lost where it had been, which is the product-limit estimator by places instead of times (B. Efron's
 * redistribution to the right, 5th Berkeley Symposium, 1967). It takes those who are lost at a place to
 * want what others there want; the bounds (C. F. Manski, American Economic Review 80, 1990) take nothing.
 * Shares have half a call added to each reason. Linear in paths.
 */
export function reasonDemands(
  flow: CallFlow,
  { calls, paths }: Pick<Replay, 'calls' | 'paths'>,
): Demands {
  const { reasons, of, chosen } = reasonsOfPaths(flow);
  const at = new Map<NodeId, AtNode>();
  const told = paths.map((path) => ({
    path,
    reason: of(path),
    before: nodesBefore(path, chosen(path)),
  }));
  for (const { path, reason, before } of told) {
    for (const id of before) {
      const node = at.get(id) ?? { calls: 0, lost: 0 };
      at.set(id, node);
      node.calls += path.calls;
      if (reason === undefined && id === path.lastNode) node.lost += path.calls;
    }
  }
  const counts = new Map(reasons.map((reason) => [reason, { told: 0, stands: 0 }]));
  let [known, stands] = [0, 0];
  for (const { path, reason, before } of told) {
    const count = reason === undefined ? undefined : counts.get(reason);
    if (count === undefined) continue;
    let weight = path.calls;
    for (const id of before) {
      const node = at.get(id);
      if (node !== undefined && node.lost > 0) weight /= 1 - node.lost / node.calls;
    }
    count.told += path.calls;
    count.stands += weight;
    known += path.calls;
    stands += weight;
  }
  const unknown = calls - known;
  const smoothed = stands + reasons.length / 2;
  const shareOf = (count: number) => (calls === 0 ? 0 : count / calls);
  return {
    reasons: [...counts]
      .map(([reason, count]): ReasonDemand => {
        const share = smoothed === 0 ? 0 : (count.stands + 0.5) / smoothed;
        const { low, high } = wilsonInterval(share * known, known) ?? { low: 0, high: 1 };
        return {
          ...{ reason, share, low, high },
          told: rateOf(count.told, known),
          least: shareOf(count.told),
          most: shareOf(count.told + unknown),
        };
      })
      .sort((a, b) => b.share - a.share),
    unknown: rateOf(unknown, calls),
    unexplained: Math.max(0, calls - stands),
  };
}

/** What callers want, told or not. */
export const reasonDemandInsight = defineInsight({
  id: 'reason-demand',
  title: 'Demand by contact reason',
  question: 'What do callers want, when you also count those who were lost before they said it?',
  definition:
    'Chosen: calls whose first reason this is, out of the calls that chose an option with a reason. Wanted: the share of all calls if callers who were lost wanted the same as callers who went on from the same place; half a call is added to each reason. At least: the share of all calls if nobody without a reason wanted this. At most: the share if all of them did.',
  source:
    'product-limit estimator as redistribution to the right (B. Efron, 1967), by places instead of times; bounds after C. F. Manski, American Economic Review 80, 1990; Dirichlet shares with 1/2 added',
  find({ flow, replay }) {
    const { reasons, unknown, unexplained } = reasonDemands(flow, replay);
    if (reasons.length === 0)
      return { tables: [], unknown: 'The script has no option that stands for a contact reason.' };
    return {
      tables: [
        tableOf(
          'demand',
          'By reason',
          {
            reason: 'reason',
            told: ['chosen', 'rate'],
            share: ['wanted', 'share'],
            low: ['from', 'share'],
            high: ['to', 'share'],
            least: ['at least', 'share'],
            most: ['at most', 'share'],
          },
          reasons,
        ),
      ],
      excluded:
        unknown.count === 0
          ? []
          : [
              { count: unknown.count, what: 'calls without a reason' },
              {
                count: Math.round(unexplained),
                what: 'of them were not on a path to a reason, such as calls sent on after silence',
              },
            ],
    };
  },
});
