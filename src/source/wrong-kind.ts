import type { Tree } from './tree.ts';

/** What a schema can expect, by its own names. */
const expectations: ReadonlyMap<string, { readonly must: string; readonly help: string }> = new Map(
  [
    [
      'array',
      'be a list',
      'Begin each item with "- " on a line of its own, or write [one, another].',
    ],
    [
      'object',
      'hold fields of its own',
      'Write fields below it: a name, a colon and a value each.',
    ],
    [
      'record',
      'hold fields of its own',
      'Write fields below it: a name, a colon and a value each.',
    ],
    ['string', 'be a text', 'Write a text here.'],
    ['number', 'be a number', 'Write a number here, without quotes.'],
    ['int', 'be a whole number', 'Write a whole number here, without quotes.'],
    ['boolean', 'be true or false', 'Write true or false here, without quotes.'],
  ].map(([name = '', must = '', help = '']) => [name, { must, help }]),
);

/** What stands there instead, as it reads. */
function foundAs(value: Tree): string {
  if (value.kind === 'list') return 'is a list';
  if (value.kind === 'map') return 'holds fields';
  if (value.value === null) return 'is empty';
  return typeof value.value === 'string'
    ? 'is a text'
    : `is the ${typeof value.value} ${value.value}`;
}

/** A value of another kind than those that are expected, in words; nothing where a kind has none. */
export function wrongKind(
  name: string,
  expected: readonly string[],
  value: Tree,
): { readonly message: string; readonly help: string } | undefined {
  const told = [...new Set(expected)].map((one) => expectations.get(one));
  const [first] = told;
  if (first === undefined || told.includes(undefined)) return undefined;
  const musts = [...new Set(told.flatMap((one) => one?.must ?? []))];
  const message = `${name} must ${musts.join(', or ')}, and ${foundAs(value)}.`;
  if (expected.includes('string') && value.kind === 'scalar' && value.value !== null)
    return { message, help: `Put quotes around it: "${value.value}".` };
  const isDashed =
    value.kind === 'map' && value.fields.every((field) => field.name.startsWith('-'));
  return isDashed && expected.includes('array')
    ? { message, help: 'Put a space after each dash that begins an item.' }
    : { message, help: first.help };
}
