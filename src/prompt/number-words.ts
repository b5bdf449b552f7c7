/** Words in a whole number said as an amount: `125` is "one hundred twenty-five", four words. */
function amountWords(digits: string): number {
  const value = digits.replace(/^0+/, '');
  if (value === '') return 1;
  let words = 0;
  for (let end = value.length; end > 0; end -= 3) {
    const group = Number(value.slice(Math.max(0, end - 3), end));
    if (group === 0) continue;
    const rest = group % 100;
    words += group >= 100 ? 2 : 0;
    words += rest === 0 ? 0 : rest <= 20 || rest % 10 === 0 ? 1 : 2;
    words += end < value.length ? 1 : 0;
  }
  return words;
}

/** Words in digits that stand alone: a year, an amount up to 9999, or digit by digit. */
function plainWords(digits: string): number {
  if (digits.length > 4 || (digits.length > 1 && digits.startsWith('0'))) return digits.length;
  if (/^(19|20)\d\d$/.test(digits)) return 3;
  return amountWords(digits);
}

/**
 * How many words are spoken for a number as it is written (digits, with `. , : / -` between them).
 * Phone and account numbers are said digit by digit, prices and times as amounts, dates as day, month
 * and year; five digits and more without a separator are taken for a number to be copied (judgement).
 */
export function numberWords(written: string, isMoney: boolean): number {
  // Most are digits alone, and asked for with every option.
  if (/^\d+$/.test(written)) return isMoney ? amountWords(written) : plainWords(written);
  const parts = written.split(/[^0-9]+/).filter((part) => part !== '');
  const separators = written.replace(/[0-9]+/g, '');
  const sum = (words: (part: string) => number) =>
    parts.reduce((total, part) => total + words(part), 0);
  const [whole = '', ...rest] = parts;
  if (rest.length === 0) return isMoney ? amountWords(whole) : plainWords(whole);
  if (separators.startsWith('+')) return sum((part) => part.length);
  if (separators.includes(':')) return sum(amountWords);
  if (separators.includes('/')) return sum(plainWords);
  if (separators.includes('-')) {
    const isDate =
      parts.length === 3 && parts.some((part) => part.length === 4) && whole.length !== 1;
    return isDate && sum((part) => part.length) === 8
      ? sum((part) => (part.length === 4 ? 3 : amountWords(part)))
      : sum((part) => part.length);
  }
  if (rest.every((part) => part.length === 3)) return amountWords(parts.join(''));
  const last = rest.at(-1) ?? '';
  const before = amountWords(parts.slice(0, -1).join(''));
  if (isMoney) return before + (/^0*$/.test(last) ? 0 : amountWords(last));
  return before + 1 + last.length;
}
