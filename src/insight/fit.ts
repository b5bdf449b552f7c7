import type { Replay } from '../replay/replay.ts';
import type { NodeId } from '../script/names.ts';
import { defineInsight } from './insight.ts';
import { pathText } from './path-text.ts';
import { rateOf, type Rate } from './rate.ts';
import { tableOf } from './table.ts';
import { tokenFitness, tokensOf } from './token-fitness.ts';

/** The fitness of a node: moves that the script allows, of those made while a call was there. */
export interface NodeFit {
  readonly node: NodeId;
  readonly moves: Rate;
}

/** The nodes that calls came to, those that fit worst first; ties by script order. */
function nodeFits({ nodes }: Pick<Replay, 'nodes'>): readonly NodeFit[] {
  return nodes
    .filter(({ moves }) => moves.made > 0)
    .map(({ id, moves }) => ({ node: id, moves: rateOf(moves.fitting, moves.made) }))
    .sort((a, b) => (a.moves.rate ?? 1) - (b.moves.rate ?? 1));
}

const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The days, in UTC, between which calls with a deviation began. */
export function seenText({ from, to }: { readonly from: number; readonly to: number }): string {
  return day(from) === day(to) ? day(from) : `${day(from)} to ${day(to)}`;
}

/** Do the log and the script match?, and where they don't. */
export const fitInsight = defineInsight({
  id: 'fit',
  title: 'Do the log and the script match?',
  question: 'Does the script allow what the log shows, and where does it not?',
  definition:
    'A move is every event of the log but end. Each deviation is listed with its calls and how often it happened. Fitness: moves that the script allows, out of all moves. For a node, these are the moves made while the call was there. Calls that fit: calls without any deviation, out of all calls. Token fitness: below the tables, as process-mining tools count it. They count tokens, one more for each call than moves.',
  source:
    'fitness as in docs/adr/0006-replay-semantics.md; when nothing is concluded: docs/insights.md',
  find({ replay }) {
    const { moves, fittingCalls, calls, deviations } = replay;
    const all = [
      { what: 'moves that fit', rate: rateOf(moves.fitting, moves.made) },
      { what: 'calls that fit completely', rate: rateOf(fittingCalls, calls) },
    ];
    const token = tokenFitness(tokensOf({ calls, ...moves }));
    const bad = nodeFits(replay).filter(({ moves: own }) => own.count < own.of);
    return {
      notes:
        token === undefined
          ? []
          : [`By tokens, as process mining counts them, the fitness is ${token.toFixed(4)}.`],
      tables: [
        tableOf('summary', 'Together', { what: 'what', rate: ['share', 'rate'] }, all),
        tableOf(
          'nodes',
          'Nodes where moves do not fit',
          { node: 'node', moves: ['moves that fit', 'rate'] },
          bad,
        ),
        tableOf(
          'deviations',
          'Deviations',
          {
            calls: ['calls', 'count'],
            times: ['times', 'count'],
            kind: 'kind',
            node: 'at',
            did: 'what happened',
            seen: 'calls that began',
            message: 'likely cause',
            example: 'for example',
          },
          deviations.map(({ example, seen, ...rest }) => ({
            ...rest,
            example: pathText(example),
            seen: seen === undefined ? undefined : seenText(seen),
          })),
        ),
      ],
    };
  },
});
