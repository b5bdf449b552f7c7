import type { Language } from '../script/values.ts';
import { numberSpeech, signSpeech, type NumberSpeech, type SignSpeech } from './number-speech.ts';

/** How a language says the parts of what is written in digits; all in syllables. */
interface Speaker {
  readonly amount: (digits: string) => number;
  readonly digit: (digit: string) => number;
  /** Digits without a mark between them: an amount, or in Chinese perhaps a year. */
  readonly alone: (digits: string) => number;
  readonly date: (year: string, month: string, day: string) => number;
  readonly point: number;
  readonly clock: number;
}

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);
const without0 = (digits: string): string => digits.replace(/^0+(?=\d)/, '');

/** Below a hundred; French counts on from sixty and eighty. */
function belowHundred(n: number, { small, tens, join, scores }: NumberSpeech): number {
  const own = small[n];
  if (own !== undefined) return own;
  const tensOf = Math.floor(n / 10);
  const isScore = scores && (tensOf === 7 || tensOf === 9);
  const rest = isScore ? (n % 10) + 10 : n % 10;
  // vingt et un, soixante et onze; not quatre-vingt-un.
  const et = scores && n % 10 === 1 && tensOf < 8 ? 1 : 0;
  return (tens[tensOf - 2] ?? 0) + (rest === 0 ? 0 : join + et + (small[rest] ?? 0));
}

function belowThousand(n: number, speech: NumberSpeech): number {
  const [hundreds, rest] = [Math.floor(n / 100), n % 100];
  if (hundreds === 0) return belowHundred(rest, speech);
  if (rest === 0) return hundreds === 1 ? speech.hundred : (speech.hundreds[hundreds - 1] ?? 0);
  return (speech.hundreds[hundreds - 1] ?? 0) + speech.joinHundreds + belowHundred(rest, speech);
}

/** Longer numbers are no amounts that anybody says. */
const longestAmount = 9;

function speakerOf(speech: NumberSpeech): Speaker {
  const digit = (one: string): number => speech.small[Number(one)] ?? 1;
  const amount = (written: string): number => {
    const digits = without0(written);
    if (digits.length > longestAmount) return sum(Array.from(digits, digit));
    const value = Number(digits);
    if (value === 0) return digit('0');
    const [millions, thousands, rest] = [
      Math.floor(value / 1e6),
      Math.floor(value / 1e3) % 1e3,
      value % 1e3,
    ];
    return (
      (millions === 0
        ? 0
        : millions === 1
          ? speech.million
          : belowThousand(millions, speech) + speech.millions) +
      (thousands === 0
        ? 0
        : thousands === 1
          ? speech.thousand
          : belowThousand(thousands, speech) + speech.thousands) +
      (rest === 0 ? 0 : belowThousand(rest, speech))
    );
  };
  return {
    ...{ amount, digit, alone: amount, point: speech.point, clock: speech.clock },
    date: (year, _, day) => amount(year) + speech.month + amount(day),
  };
}

/** Four digits as signs say them. */
function signGroup(digits: string, speech: SignSpeech, isFirst: boolean): number {
  const units = [0, speech.ten, speech.hundred, speech.thousand];
  let [syllables, gap, begun] = [0, false, !isFirst];
  Array.from(digits).forEach((one, index) => {
    const place = digits.length - 1 - index;
    const value = Number(one);
    if (value === 0) {
      gap = begun;
      return;
    }
    if (gap && speech.saysGaps) syllables += speech.digits[0] ?? 0;
    gap = false;
    // 十一, not 一十一, at the beginning; 百 in Japanese, 一百 in Chinese.
    const isSilentOne = value === 1 && place > 0 && (!speech.saysOne || (place === 1 && !begun));
    syllables += (isSilentOne ? 0 : (speech.digits[value] ?? 0)) + (units[place] ?? 0);
    begun = true;
  });
  return syllables;
}

function signSpeaker(speech: SignSpeech): Speaker {
  const digit = (one: string): number => speech.digits[Number(one)] ?? 1;
  const amount = (written: string): number => {
    const digits = without0(written);
    if (digits === '0') return digit('0');
    if (digits.length > longestAmount + 3) return sum(Array.from(digits, digit));
    let syllables = 0;
    let isFirst = true;
    for (let end = digits.length % 4 || 4; end <= digits.length; end += 4) {
      const group = digits.slice(Math.max(0, end - 4), end);
      const behind = (digits.length - end) / 4;
      const own = signGroup(group, speech, isFirst);
      const unit = behind === 1 ? speech.myriad : behind === 2 ? speech.myriads : 0;
      syllables += own === 0 ? 0 : own + unit;
      isFirst = false;
    }
    return syllables;
  };
  const alone = (digits: string): number =>
    speech.yearsByDigit && /^(?:19|20)\d\d$/.test(digits)
      ? sum(Array.from(digits, digit))
      : amount(digits);
  return {
    ...{ amount, digit, alone, point: speech.point, clock: speech.clock },
    date: (year, month, day) =>
      alone(year) + speech.year + amount(month) + speech.month + amount(day) + speech.day,
  };
}

const speakers: Readonly<Record<string, Speaker>> = {
  es: speakerOf(numberSpeech.es),
  pt: speakerOf(numberSpeech.pt),
  fr: speakerOf(numberSpeech.fr),
  de: speakerOf(numberSpeech.de),
  el: speakerOf(numberSpeech.el),
  zh: signSpeaker(signSpeech.zh),
  ja: signSpeaker(signSpeech.ja),
};

/** Digits that stand alone: an amount up to 9999, or digit by digit as phone and account numbers are. */
function plain(digits: string, { alone, digit }: Speaker): number {
  const isCopied = digits.length > 4 || (digits.length > 1 && digits.startsWith('0'));
  return isCopied ? sum(Array.from(digits, digit)) : alone(digits);
}

function dateIn(parts: readonly string[]): readonly [string, string, string] | undefined {
  const [first = '', second = '', third = ''] = parts;
  if (parts.length !== 3 || second.length > 2) return undefined;
  if (first.length === 4 && third.length <= 2) return [first, second, third];
  return third.length === 4 && first.length <= 2 ? [third, second, first] : undefined;
}

/**
 * How many syllables a number has as it is spoken in a language, by how it is written: amounts with
 * thousands, prices, times, dates, decimals, and phone and account numbers digit by digit. Nothing for
 * languages whose numbers aren't known here.
 */
export function numberSyllables(
  written: string,
  isMoney: boolean,
  language: Language,
): number | undefined {
  const base = language.toLowerCase().split('-')[0] ?? '';
  const speaker = Object.hasOwn(speakers, base) ? speakers[base] : undefined;
  if (speaker === undefined) return undefined;
  const { amount, digit, date, point, clock } = speaker;
  const parts = written.split(/[^0-9]+/).filter((part) => part !== '');
  const separators = written.replace(/[0-9]+/g, '');
  const each = (say: (part: string) => number) => sum(parts.map(say));
  const digits = (part: string) => sum(Array.from(part, digit));
  const [whole = '', ...rest] = parts;
  if (separators.startsWith('+')) return each(digits);
  if (rest.length === 0) return isMoney ? amount(whole) : plain(whole, speaker);
  if (separators.includes(':')) return each(amount) + clock;
  if (/[/-]/.test(separators)) {
    const day = dateIn(parts);
    if (day !== undefined) return date(...day);
    return separators.includes('/') ? each((part) => plain(part, speaker)) : each(digits);
  }
  // 31.12.2026 in most of Europe.
  const day = separators === '..' ? dateIn(parts) : undefined;
  if (day !== undefined) return date(...day);
  if (rest.every((part) => part.length === 3)) return amount(parts.join(''));
  const last = rest.at(-1) ?? '';
  const before = amount(parts.slice(0, -1).join(''));
  if (isMoney) return before + (/^0*$/.test(last) ? 0 : amount(last));
  return before + point + digits(last);
}
