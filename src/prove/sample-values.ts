import { caseHolds } from '../flow/case-holds.ts';

/** Numbers that tell all comparisons with some limits apart; whole ones where the limits are whole. */
function numbersAround(limits: readonly number[]): readonly number[] {
  const sorted = [...new Set(limits)].sort((a, b) => a - b);
  const areWhole = sorted.every((limit) => Number.isInteger(limit));
  return sorted.flatMap((limit, index) => {
    const after = sorted[index + 1] ?? limit + 2;
    const middle = areWhole ? Math.floor((limit + after) / 2) : (limit + after) / 2;
    const between = middle > limit && middle < after ? [middle] : [];
    return [...(index === 0 ? [limit - 1] : []), limit, ...between];
  });
}

/** Whether somebody could have such a number: it is written as `caseHolds` reads numbers. */
const isWritten = (value: string): boolean => caseHolds(`= ${value}`, value);

/**
 * Values that the words of cases tell apart: a number on each side of every limit and between any two,
 * a text for each beginning, end and part that is asked for, and every other word itself. Where no
 * branch has a way for others (`hasOther`), only values that fit some word.
 */
export function sampleValues(words: readonly string[], hasOther: boolean): readonly string[] {
  const limits: number[] = [];
  const own = new Set<string>();
  const values = new Set<string>();
  for (const word of words) {
    const limit = /^(?:>=|<=|>|<|=) ([+-]?\d{1,12}(?:\.\d{1,6})?)$/.exec(word)?.[1];
    const [, how, part = ''] = /^(starts with|ends with|contains) (.+)$/s.exec(word) ?? [];
    if (limit !== undefined) limits.push(Number(limit));
    else if (how === undefined) own.add(word);
    else {
      const before = how === 'starts with' ? '' : '-';
      const after = how === 'ends with' ? '' : '-';
      values.add(part).add(`${before}${part}${after}`);
    }
  }
  for (const number of numbersAround(limits)) {
    const written = String(Number(number.toFixed(9)));
    if (isWritten(written)) values.add(written);
  }
  const fits = (value: string) => hasOther || words.some((word) => caseHolds(word, value));
  return [...new Set([...own, ...[...values].filter(fits)])];
}
