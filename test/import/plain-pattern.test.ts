import { describe, expect, test } from '@jest/globals';
import { whensOfPattern } from '../../src/import/plain-pattern.ts';

describe('a regular expression that only lists texts', () => {
  test.each<readonly [string, readonly string[]]>([
    ['^yes$', ['yes']],
    ['^(yes|no)$', ['yes', 'no']],
    ['^(?:1|2)$', ['1', '2']],
    ['^1$|^2$', ['1', '2']],
    ['^[1-3]$', ['1', '2', '3']],
    ['^1[0#]$', ['10', '1#']],
    ['^\\*\\.$', ['*.']],
    ['^44.*', ['starts with 44']],
    ['^44.*$', ['starts with 44']],
    ['.*gold.*', ['contains gold']],
    ['^.*old$', ['ends with old']],
    ['^$', ['(empty)']],
    ['^.+$', ['exists']],
  ])('%s is %j, however it is run', (pattern, whens) => {
    expect(whensOfPattern(pattern, true)).toEqual(whens);
    expect(whensOfPattern(pattern, false)).toEqual(whens);
  });

  test.each<readonly [string, readonly string[]]>([
    ['^44', ['starts with 44']],
    ['44$', ['ends with 44']],
    ['gold|tin', ['contains gold', 'contains tin']],
    ['^1|2$', ['starts with 1', 'ends with 2']],
  ])('%s is %j where it may fit a part, and unknown elsewhere', (pattern, whens) => {
    expect(whensOfPattern(pattern, true)).toEqual(whens);
    expect(whensOfPattern(pattern, false)).toBeUndefined();
  });

  test.each([
    ...['', '^', '^.*$', '.*', '^a+$', '^a?$', '^a{2}$', '^.$', '^\\d$', '^[^1]$', '^[3-1]$'],
    ...['^(a)|(b)$', '^((1)2)$', '^(a|)$', '^a|$', '(?i)^a$', '^[\\d]$', '^[a-', '^[0-9][0-9]$'],
    `^${'['.repeat(400)}$`,
    'a'.repeat(10_000),
  ])('%j is left as it is', (pattern) => {
    expect(whensOfPattern(pattern, true)).toBeUndefined();
  });
});
