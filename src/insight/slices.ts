import type { CallDetails } from '../calls/call-details.ts';
import type { CallFlow } from '../flow/call-flow.ts';
import type { Replay, ReplayedPath } from '../replay/replay.ts';
import { measuresOf } from './measures.ts';
import { languagesOfPaths } from './path-language.ts';
import { reasonsOfPaths } from './reason-of-path.ts';

/** By what calls can be told apart. */
export type Dimension =
  'hour' | 'weekday' | 'language' | 'number' | 'version' | 'window' | 'reason';

/** Calls that have everything in common by which they can be told apart, and the answers to all measures. */
export interface Slice {
  /** One of their paths. */
  readonly path: ReplayedPath;
  readonly calls: number;
  readonly value: Readonly<Record<Dimension, string>>;
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Stands for what the log doesn't tell. */
export const notTold = '(unknown)';
export const noReason = '(none chosen)';

/** The number dialled, as the log keeps it: one of the script's, or `other`. */
function numberOf({ steps }: ReplayedPath): string {
  const [first] = steps;
  return first?.event === 'start' && first.value !== '' ? first.value : notTold;
}

type PathValues = Pick<Slice['value'], 'language' | 'number' | 'reason'>;

/** Paths that no measure and no dimension tells apart, by their position in the replay. */
interface PathKinds {
  readonly kindOf: Int32Array;
  readonly kinds: readonly { readonly path: ReplayedPath; readonly value: PathValues }[];
}

function kindsOf(flow: CallFlow, paths: readonly ReplayedPath[]): PathKinds {
  const languageOf = languagesOfPaths(flow);
  const { of: reasonOf } = reasonsOfPaths(flow);
  const measures = measuresOf(flow);
  const positions = new Map<string, number>();
  const kinds: { path: ReplayedPath; value: PathValues }[] = [];
  const kindOf = Int32Array.from(paths, (path) => {
    const value = {
      language: languageOf(path),
      number: numberOf(path),
      reason: reasonOf(path) ?? noReason,
    };
    // A figure for each answer: in base 3, for a measure that isn't asked has none.
    let answers = 0;
    for (const { asks, holds } of measures)
      answers = answers * 3 + (asks(path) ? (holds(path) ? 2 : 1) : 0);
    const key = `${answers}\n${value.language}\n${value.number}\n${value.reason}`;
    const known = positions.get(key);
    if (known !== undefined) return known;
    positions.set(key, kinds.length);
    return kinds.push({ path, value }) - 1;
  });
  return { kindOf, kinds };
}

/**
 * The calls of a replay, cut into slices. Hour, weekday, version and window come from the details of the
 * log; language, number and reason from the paths. Calls of all slices add up to those of the log. There
 * are as many slices as calls can be told apart, not as many as there are paths.
 */
export function slicesOf(
  flow: CallFlow,
  { paths }: Pick<Replay, 'paths'>,
  details: Pick<CallDetails, 'groups' | 'cells'>,
): readonly Slice[] {
  const { kindOf, kinds } = kindsOf(flow, paths);
  const groups = details.groups.map(({ hour, weekday, window, script }) => ({
    hour: `${String(hour).padStart(2, '0')}:00`,
    weekday: weekdays[weekday - 1] ?? notTold,
    window: String(window),
    version: script === '' ? notTold : script,
  }));
  const { group, variant, calls } = details.cells;
  const counts = new Map<number, number>();
  calls.forEach((count, index) => {
    const key = (group[index] ?? 0) * kinds.length + (kindOf[variant[index] ?? 0] ?? 0);
    counts.set(key, (counts.get(key) ?? 0) + count);
  });
  return [...counts].flatMap(([key, count]): readonly Slice[] => {
    const kind = kinds[key % kinds.length];
    const common = groups[Math.floor(key / kinds.length)];
    if (kind === undefined || common === undefined) return [];
    return [{ path: kind.path, calls: count, value: { ...common, ...kind.value } }];
  });
}
