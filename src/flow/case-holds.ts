const compare: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  '>': (value, limit) => value > limit,
  '>=': (value, limit) => value >= limit,
  '<': (value, limit) => value < limit,
  '<=': (value, limit) => value <= limit,
  '=': (value, limit) => value === limit,
};

const textual: Readonly<Record<string, (value: string, part: string) => boolean>> = {
  'starts with': (value, part) => value.startsWith(part),
  'ends with': (value, part) => value.endsWith(part),
  contains: (value, part) => value.includes(part),
};

function numberOf(text: string | undefined): number | undefined {
  const trimmed = text?.trim() ?? '';
  return /^[+-]?\d{1,15}(\.\d{1,9})?$/.test(trimmed) ? Number(trimmed) : undefined;
}

/** A comparison with a number, `> 5`, of the value itself or of something by its name: `agents staffed > 0`. */
function holdsAsNumber(
  when: string,
  value: string,
  measured: (name: string) => string | undefined,
): boolean {
  const [, name, sign = '', limit] = /^(?:(\S.*) )?(>=|<=|>|<|=) (\S+)$/s.exec(when) ?? [];
  const subject = numberOf(name === undefined ? value : measured(name));
  const bound = numberOf(limit);
  return subject !== undefined && bound !== undefined && compare[sign]?.(subject, bound) === true;
}

/**
 * Whether a case of a branch fits a value: the same word, or a comparison that it holds for: `> 5`,
 * `>= 5`, `< 5`, `<= 5`, `= 5`, `starts with 49`, `ends with 0`, `contains gold`, `exists`. Letters count
 * as they are written; what is no number is neither more nor less than one.
 */
export function caseHolds(
  when: string,
  value: string,
  measured: (name: string) => string | undefined = () => undefined,
): boolean {
  if (when === value || (when === '(empty)' && value === '')) return true;
  if (when === 'exists') return value !== '';
  const [, word = '', part = ''] = /^(starts with|ends with|contains) (.+)$/s.exec(when) ?? [];
  if (textual[word]?.(value, part) === true) return true;
  return holdsAsNumber(when, value, measured);
}
