import { parseTime } from '../parse-time.ts';
import { writtenTimeReader, type WrittenTimeReader } from './written-time.ts';

/** How the moments of a column are written, as far as its texts tell. */
export interface TimeGuess {
  /** The patterns that read every text: more than one where day and month may be swapped. */
  readonly patterns: readonly string[];
  readonly holds: 'moment' | 'day' | 'time';
  readonly hasOffset: boolean;
}

const days = [
  ...[
    'YYYY-MM-DD',
    'YYYY/MM/DD',
    'YYYY.MM.DD',
    'YYYYMMDD',
    'DD.MM.YYYY',
    'D.M.YYYY',
    'DD.MM.YY',
    'D.M.YY',
  ],
  ...[
    'DD/MM/YYYY',
    'MM/DD/YYYY',
    'D/M/YYYY',
    'M/D/YYYY',
    'DD/MM/YY',
    'MM/DD/YY',
    'D/M/YY',
    'M/D/YY',
  ],
  ...[
    'DD-MM-YYYY',
    'MM-DD-YYYY',
    'DD-MMM-YYYY',
    'DD-MMM-YY',
    'D MMM YYYY',
    'MMM D, YYYY',
    'MMM D YYYY',
  ],
];
const clocks = [
  'HH:mm:ss',
  'HH:mm:ss.S',
  'HH:mm:ss,S',
  'HH:mm',
  'H:mm:ss',
  'H:mm',
  'hh:mm:ss A',
  'h:mm:ss A',
  'hh:mm A',
  'h:mm A',
  'HHmmss',
];
const between = [' ', ', ', 'T', '-', '_', ''];

const readers = new Map<string, WrittenTimeReader>();

/** The same few thousand patterns are tried on every column. */
function readerOf(pattern: string): WrittenTimeReader {
  const known = readers.get(pattern) ?? writtenTimeReader(pattern);
  readers.set(pattern, known);
  return known;
}

const isOf = (patterns: readonly string[], texts: readonly string[]): readonly string[] =>
  patterns.filter((pattern) => {
    const read = readerOf(pattern);
    return texts.every((text) => typeof read(text) !== 'string');
  });

/** What may stand before a day. */
const weekdays = ['', 'ddd, ', 'ddd '];

/** A day alone is read with midnight behind it: a pattern needs an hour. */
const daysOf = (texts: readonly string[]): readonly string[] => {
  const atMidnight = texts.map((text) => `${text}|00`);
  return isOf(
    days.map((day) => `${day}|HH`),
    atMidnight,
  ).map((pattern) => pattern.slice(0, -3));
};

/** One of patterns that differ in nothing that these texts show: the strictest stands first. */
function distinct(patterns: readonly string[], texts: readonly string[]): readonly string[] {
  const readings = new Map<string, string>();
  for (const pattern of patterns) {
    const read = readerOf(pattern);
    const key = JSON.stringify(texts.map((text) => read(text)));
    if (!readings.has(key)) readings.set(key, pattern);
  }
  return [...readings.values()];
}

function epochOf(texts: readonly string[]): string | undefined {
  const isIn = (text: string, length: number): boolean =>
    /^\d+(?:[.,]\d+)?$/.test(text) && text.split(/[.,]/)[0]?.length === length;
  if (texts.every((text) => isIn(text, 10))) return 'epoch-s';
  if (texts.every((text) => isIn(text, 13))) return 'epoch-ms';
  return texts.every((text) => isIn(text, 16)) ? 'epoch-us' : undefined;
}

/** How these texts write moments, days or times; nothing where they don't. */
export function guessTime(all: readonly string[]): TimeGuess | undefined {
  const texts = [...new Set(all.filter((text) => text !== ''))].slice(0, 200);
  if (texts.length === 0 || !texts.every((text) => /\d/.test(text))) return undefined;
  const iso = texts.map((text) => parseTime(text));
  if (iso.every((moment) => typeof moment === 'number'))
    return { patterns: ['iso'], holds: 'moment', hasOffset: true };
  if (iso.every((moment) => typeof moment === 'number' || moment === 'time without offset'))
    return { patterns: ['iso'], holds: 'moment', hasOffset: false };
  const epoch = epochOf(texts);
  if (epoch !== undefined) return { patterns: [epoch], holds: 'moment', hasOffset: true };
  const times = isOf(clocks, texts);
  if (times.length > 0)
    return { patterns: distinct(times, texts).slice(0, 1), holds: 'time', hasOffset: false };
  const dayPatterns = daysOf(texts);
  if (dayPatterns.length > 0)
    return { patterns: distinctDays(dayPatterns, texts), holds: 'day', hasOffset: false };
  for (const offset of ['', ' Z', 'Z']) {
    const isNamed = texts.every((text) => /^\p{L}/u.test(text));
    const named = days.flatMap((day) =>
      weekdays.filter((name) => isNamed || name === '').map((name) => `${name}${day}`),
    );
    const moments = named.flatMap((day) =>
      between.flatMap((sign) =>
        clocks.map((clock) => `${day}${sign === 'T' ? '[T]' : sign}${clock}${offset}`),
      ),
    );
    const found = isOf(moments, texts);
    if (found.length > 0)
      return { patterns: distinct(found, texts), holds: 'moment', hasOffset: offset !== '' };
  }
  return undefined;
}

const distinctDays = (patterns: readonly string[], texts: readonly string[]): readonly string[] =>
  distinct(
    patterns.map((pattern) => `${pattern}|HH`),
    texts.map((text) => `${text}|00`),
  ).map((pattern) => pattern.slice(0, -3));
