import { expect, test } from '@jest/globals';
import { shellWord } from '../../src/report/shell-word.ts';

test.each([
  ['menus/bank.ivr.yaml', 'menus/bank.ivr.yaml'],
  ['column=name,other', 'column=name,other'],
  ['a file.csv', "'a file.csv'"],
  ['logs/*.csv', "'logs/*.csv'"],
  ['#1.csv', "'#1.csv'"],
  ['a#1.csv', 'a#1.csv'],
  ["it's.csv", String.raw`'it'\''s.csv'`],
  ['$(rm -r x)', "'$(rm -r x)'"],
  ['', "''"],
])('a shell takes %j as one word when it is written %s', (word, written) => {
  expect(shellWord(word)).toBe(written);
});
