/** How moments are written that no pattern of letters describes. */
export const timeWords = ['iso', 'epoch-s', 'epoch-ms', 'epoch-us'] as const;
export type TimeWord = (typeof timeWords)[number];

/** A part of a pattern: a sign that stands for itself, or a field with its least and most digits. */
export type TimePart =
  | { readonly kind: 'sign'; readonly text: string }
  | { readonly kind: TimeField; readonly least: number; readonly most: number };

export type TimeField =
  | 'year'
  | 'shortYear'
  | 'month'
  | 'monthName'
  | 'day'
  | 'weekday'
  | 'hour'
  | 'hour12'
  | 'half'
  | 'minute'
  | 'second'
  | 'fraction'
  | 'offset';

/** A token that begins with a shorter one stands before it. */
const tokens: readonly (readonly [token: string, field: TimeField, least: number, most: number])[] =
  [
    ['YYYY', 'year', 4, 4],
    ['YY', 'shortYear', 2, 2],
    ['MMM', 'monthName', 1, 20],
    ['MM', 'month', 2, 2],
    ['M', 'month', 1, 2],
    ['DD', 'day', 2, 2],
    ['D', 'day', 1, 2],
    ['ddd', 'weekday', 2, 20],
    ['HH', 'hour', 2, 2],
    ['H', 'hour', 1, 2],
    ['hh', 'hour12', 2, 2],
    ['h', 'hour12', 1, 2],
    ['mm', 'minute', 2, 2],
    ['m', 'minute', 1, 2],
    ['ss', 'second', 2, 2],
    ['s', 'second', 1, 2],
    ['S', 'fraction', 1, 9],
    ['A', 'half', 2, 4],
    ['Z', 'offset', 1, 6],
  ];

/** Takes a pattern apart; what is no token stands for itself, and so does what is in brackets. */
export function timeParts(pattern: string): readonly TimePart[] {
  const parts: TimePart[] = [];
  for (let at = 0; at < pattern.length;) {
    const end = pattern[at] === '[' ? pattern.indexOf(']', at) : -1;
    if (end > 0) {
      parts.push({ kind: 'sign', text: pattern.slice(at + 1, end) });
      at = end + 1;
      continue;
    }
    const found = tokens.find(([token]) => pattern.startsWith(token, at));
    if (found === undefined) {
      parts.push({ kind: 'sign', text: pattern[at] ?? '' });
      at += 1;
    } else {
      const [token, kind, least, most] = found;
      parts.push({ kind, least, most });
      at += token.length;
    }
  }
  return parts;
}

/** What is wrong with a pattern, or nothing. */
export function patternProblem(pattern: string): string | undefined {
  if ((timeWords as readonly string[]).includes(pattern)) return undefined;
  const fields = timeParts(pattern).map(({ kind }) => kind);
  const has = (field: TimeField) => fields.includes(field);
  const twice = tokens.find(([, field]) => fields.filter((one) => one === field).length > 1);
  if (twice !== undefined) return `"${twice[0]}" stands twice in the pattern`;
  if (!has('hour') && !has('hour12')) return 'the pattern has no hour (HH, H, hh or h)';
  if (has('hour12') !== has('half')) return 'hh and h need A, for AM and PM';
  const day = [has('year') || has('shortYear'), has('month') || has('monthName'), has('day')];
  if (day.some(Boolean) && !day.every(Boolean)) return 'the pattern has only a part of the day';
  return undefined;
}
