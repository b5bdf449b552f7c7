import type { SchemaIssue } from './schema-issue.ts';

const counted = (count: number | bigint, one: string, many: string): string =>
  `${count} ${Number(count) === 1 ? one : many}`;

/** What a value must have so many of, or nothing for numbers, which are so many themselves. */
const units: Readonly<Record<string, readonly [string, string]>> = {
  string: ['character', 'characters'],
  array: ['item', 'items'],
  set: ['item', 'items'],
  map: ['field', 'fields'],
};

/** A value that is too small or too large, in words; nothing for other issues, and for those with words. */
export function beyondLimit(
  name: string,
  { code, origin = '', minimum, maximum, message: said }: SchemaIssue,
): { readonly message: string; readonly help: string } | undefined {
  if (!/^Too (?:small|big): expected/.test(said)) return undefined;
  const isSmall = code === 'too_small';
  const limit = isSmall ? minimum : maximum;
  if (limit === undefined) return undefined;
  const unit = Object.hasOwn(units, origin) ? units[origin] : undefined;
  if (unit === undefined)
    return {
      message: `${name} must be ${limit} or ${isSmall ? 'more' : 'less'}.`,
      help: 'Correct the number here.',
    };
  if (isSmall && Number(limit) === 1)
    return { message: `${name} is empty.`, help: 'Write something here, or leave the field out.' };
  return {
    message: `${name} must have ${isSmall ? 'at least' : 'at most'} ${counted(limit, ...unit)}.`,
    help: 'Correct the value here.',
  };
}
