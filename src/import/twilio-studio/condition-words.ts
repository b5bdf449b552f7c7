import { whensOfPattern } from '../plain-pattern.ts';
import { expressionIn, variableIn, widgetValueIn } from './liquid.ts';
import { listedValues } from './plain-keys.ts';
import type { Condition } from './widget.ts';

/** Conditions in words, by type, before the value. */
const words: ReadonlyMap<string, string> = new Map([
  ['not_equal_to', '!='],
  ['does_not_match_any_of', 'none of'],
  ['contains', 'contains'],
  ['does_not_contain', 'does not contain'],
  ['starts_with', 'starts with'],
  ['does_not_start_with', 'does not start with'],
  ['less_than', '<'],
  ['greater_than', '>'],
  ['is_before_time', 'before'],
  ['is_after_time', 'after'],
  ['is_before_date', 'before'],
  ['is_after_date', 'after'],
  ['regex', 'matches'],
]);

/** Conditions that need no value. */
const valueless: ReadonlyMap<string, string> = new Map([
  ['is_blank', '(empty)'],
  ['is_not_blank', 'exists'],
]);

/**
 * The cases of a condition: the value itself where it must be equal, one for each where any of
 * several will do or a pattern lists them, else a comparison in words. Blanks around a value are no part of it.
 */
export function whensOf({ type, value }: Condition): readonly string[] {
  const trimmed = value.trim();
  const shown = trimmed === '' ? '(empty)' : trimmed;
  if (type === 'equal_to') return [shown];
  const listed = type === 'matches_any_of' ? listedValues(value) : [];
  if (listed.length > 0) return listed;
  // Whether a pattern must fit all of a value, Studio's documents don't say.
  const fitting = type === 'regex' ? whensOfPattern(trimmed, false) : undefined;
  if (fitting !== undefined) return fitting;
  const bare = valueless.get(type);
  return [bare ?? `${words.get(type) ?? type} ${shown}`];
}

const plainTypes = new Set([
  ...['equal_to', 'matches_any_of', 'contains', 'starts_with', 'less_than', 'greater_than'],
  ...['is_blank', 'is_not_blank'],
]);

/** False for a condition that stays in words: patterns of all kinds, times and dates, and unknown types. */
export function canBeTold(condition: Condition): boolean {
  const { type, value } = oppositeOf(condition) ?? condition;
  return type === 'regex'
    ? whensOfPattern(value.trim(), false) !== undefined
    : plainTypes.has(type);
}

/** What Studio itself calls a condition that nobody named. */
const automaticName = /^if value\b/i;

/** The name that the author gave to a condition, where it says more than the value. */
export function titleOf({ friendlyName, value }: Condition): string | undefined {
  const name = friendlyName?.trim() ?? '';
  return name === '' || name === value.trim() || automaticName.test(name) ? undefined : name;
}

/** What a negation negates. */
const affirmative: ReadonlyMap<string, string> = new Map([
  ['not_equal_to', 'equal_to'],
  ['does_not_match_any_of', 'matches_any_of'],
  ['does_not_contain', 'contains'],
  ['does_not_start_with', 'starts_with'],
]);

/** The opposite of a condition that says what must not be; nothing for any other. */
export function oppositeOf(condition: Condition): Condition | undefined {
  const type = affirmative.get(condition.type);
  return type === undefined ? undefined : { ...condition, type, friendlyName: undefined };
}

/** Filters after which a value is still the same for a caller. */
const harmless = new Set(['strip', 'downcase']);

/** What a split looks at: what an earlier widget found, or what is known of the call. */
export function subjectOf(
  input: string,
): { readonly attribute: string } | { readonly widget: string; readonly value: string } {
  const expression = expressionIn(input);
  if (expression === undefined) {
    const text = input.trim();
    return { attribute: text === '' ? 'nothing' : text };
  }
  const { path } = expression;
  const filters = expression.filters.filter((filter) => !harmless.has(filter));
  const found = widgetValueIn(path);
  if (found !== undefined && filters.length === 0) return found;
  const name = variableIn(path) ?? path;
  return { attribute: [name, ...filters].join(' | ') };
}
