import type { CallDetails } from '../calls/call-details.ts';
import type { CallFlow } from '../flow/call-flow.ts';
import type { Replay, ReplayedPath } from '../replay/replay.ts';
import { languagesOfPaths } from './path-language.ts';
import { reasonsOfPaths } from './reason-of-path.ts';

/** By what calls can be told apart. */
export const dimensions = [
  'hour',
  'weekday',
  'language',
  'number',
  'version',
  'window',
  'reason',
] as const;
export type Dimension = (typeof dimensions)[number];

/** Calls of one path that have everything in common by which they can be told apart. */
export interface Slice {
  readonly path: ReplayedPath;
  readonly calls: number;
  readonly value: Readonly<Record<Dimension, string>>;
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Stands for what the log doesn't tell. */
export const notTold = '(not told)';
export const noReason = '(none chosen)';

/** The number dialled, as the log keeps it: one of the script's, or `other`. */
function numberOf({ steps }: ReplayedPath): string {
  const [first] = steps;
  return first?.event === 'start' && first.value !== '' ? first.value : notTold;
}

/**
 * The calls of a replay, cut into slices. Hour, weekday, version and window come from the details of the
 * log; language, number and reason from the paths. Calls of all slices add up to those of the log.
 */
export function slicesOf(
  flow: CallFlow,
  { paths }: Pick<Replay, 'paths'>,
  details: Pick<CallDetails, 'groups' | 'cells'>,
): readonly Slice[] {
  const languageOf = languagesOfPaths(flow);
  const { of: reasonOf } = reasonsOfPaths(flow);
  const known = paths.map((path) => ({
    language: languageOf(path),
    number: numberOf(path),
    reason: reasonOf(path) ?? noReason,
  }));
  const groups = details.groups.map(({ hour, weekday, window, script }) => ({
    hour: `${String(hour).padStart(2, '0')}:00`,
    weekday: weekdays[weekday - 1] ?? notTold,
    window: String(window),
    version: script === '' ? notTold : script,
  }));
  const { group, variant, calls } = details.cells;
  const slices: Slice[] = [];
  calls.forEach((count, index) => {
    const at = variant[index] ?? 0;
    const path = paths[at];
    const own = known[at];
    const common = groups[group[index] ?? 0];
    if (path === undefined || own === undefined || common === undefined) return;
    slices.push({ path, calls: count, value: { ...common, ...own } });
  });
  return slices;
}
