import type { Replay } from '../replay/replay.ts';
import type { Outcome } from '../replay/outcome.ts';
import { defineInsight } from './insight.ts';
import { pathText } from './path-text.ts';
import { rateOf, type Rate } from './rate.ts';
import { tableOf } from './table.ts';

/** A path that many calls took. */
export interface TopPath {
  readonly path: string;
  readonly calls: Rate;
  readonly outcome: Outcome;
  /** Mean time from the first event to the last. */
  readonly seconds: number;
}

/** How few paths, or other kinds, make a share of all calls. */
export interface Concentration {
  readonly share: number;
  readonly paths: number;
  readonly of: number;
}

const mostPaths = 20;
const shares = [0.5, 0.8, 0.9, 0.95, 1] as const;

/** The paths of most calls, at most so many. */
function topPaths(
  { calls, paths }: Pick<Replay, 'calls' | 'paths'>,
  most = mostPaths,
): readonly TopPath[] {
  return paths.slice(0, most).map(({ steps, outcome, duration, calls: own }) => ({
    path: pathText(steps),
    calls: rateOf(own, calls),
    outcome,
    seconds: duration.sum / own / 1000,
  }));
}

/** The least number of kinds that make each share of all calls; counts come in any order. */
export function concentrationOf(counts: readonly number[]): readonly Concentration[] {
  const sorted = counts.filter((count) => count > 0).sort((a, b) => b - a);
  const total = sorted.reduce((sum, count) => sum + count, 0);
  return shares.map((share) => {
    let [sum, kinds] = [0, 0];
    // A hair less, for shares are no whole numbers: 80 % of 5 calls are 4.
    while (kinds < sorted.length && sum < share * total - 1e-9) {
      sum += sorted[kinds] ?? 0;
      kinds += 1;
    }
    return { share, paths: kinds, of: sorted.length };
  });
}

/** Which ways calls go. */
export const pathsInsight = defineInsight({
  id: 'paths',
  title: 'Paths',
  question: 'Which paths do most calls take, and how few paths make most of the calls?',
  definition:
    'Calls that took exactly this path, event by event, out of all calls. Concentration: the smallest number of paths that together make a given share of the calls.',
  source: 'variants as in process mining: W. van der Aalst, Process Mining (2016), 2.3',
  find({ replay }) {
    const { paths } = replay;
    const shown = Math.min(mostPaths, paths.length);
    const others = paths.slice(shown).reduce((sum, { calls }) => sum + calls, 0);
    return {
      tables: [
        tableOf(
          'paths',
          'Most taken',
          {
            calls: ['of all calls', 'rate'],
            outcome: 'ended',
            seconds: ['mean time', 'seconds'],
            path: 'path',
          },
          topPaths(replay),
        ),
        tableOf(
          'concentration',
          'How few make most',
          { share: 'of all calls', paths: ['paths', 'number'], of: ['of', 'number'] },
          concentrationOf(paths.map(({ calls }) => calls)).map(({ share, ...rest }) => ({
            share: `${share * 100} %`,
            ...rest,
          })),
        ),
      ],
      excluded:
        others === 0
          ? []
          : [{ count: others, what: `calls on ${paths.length - shown} other paths, not listed` }],
    };
  },
});
