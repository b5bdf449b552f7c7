/** How many syllables numbers have in a language, part by part. */
export interface NumberSpeech {
  /** From 0 up, as far as each number has a name of its own way. */
  readonly small: readonly number[];
  /** 20, 30, … 90, without what follows. */
  readonly tens: readonly number[];
  /** What joins tens and units: `y`, `und`, `et`. */
  readonly join: number;
  /** 70 and 90 are said as sixty and eighty with ten to nineteen behind. */
  readonly scores: boolean;
  /** 100, 200, … 900 with something behind; and 100 alone. */
  readonly hundreds: readonly number[];
  readonly hundred: number;
  /** What joins hundreds and the rest: the Portuguese `e`. */
  readonly joinHundreds: number;
  /** 1,000 alone, and the word behind other numbers of thousands. */
  readonly thousand: number;
  readonly thousands: number;
  readonly million: number;
  readonly millions: number;
  /** The decimal mark. */
  readonly point: number;
  /** What stands between hours and minutes. */
  readonly clock: number;
  /** The name of a month, on average, with what stands before and behind it. */
  readonly month: number;
}

const sums = (first: readonly number[], by: number): readonly number[] =>
  first.map((units) => units + by);
/** 2 to 9 by their names, then the word for a hundred. */
const withHundred = (small: readonly number[], word: number): readonly number[] => [
  word,
  ...sums(small.slice(2, 10), word),
];

const french = [2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 1, 2, 2, 2] as const;
const german = [1, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2] as const;

/**
 * Syllables of the number words of these languages, counted word by word by their spelling; months are
 * the mean of twelve. A count of our own: no published table was at hand.
 */
export const numberSpeech = {
  es: {
    // cero uno dos tres cuatro cinco … veintinueve
    small: [
      2, 2, 1, 1, 2, 2, 1, 2, 2, 2, 1, 2, 2, 2, 3, 2, 3, 4, 3, 4, 2, 3, 3, 3, 4, 4, 3, 4, 3, 4,
    ],
    tens: [2, 2, 3, 3, 3, 3, 3, 3],
    join: 1,
    scores: false,
    hundreds: [2, 3, 3, 4, 3, 3, 4, 4, 4],
    hundred: 1,
    ...{ joinHundreds: 0, thousand: 1, thousands: 1, million: 3, millions: 3 },
    ...{ point: 2, clock: 1, month: 4.7 },
  },
  pt: {
    // zero um dois três quatro cinco … dezenove
    small: [2, 1, 1, 1, 2, 2, 1, 2, 2, 2, 1, 2, 2, 2, 3, 2, 3, 4, 3, 4],
    tens: [2, 2, 3, 3, 3, 3, 3, 3],
    join: 1,
    scores: false,
    hundreds: [2, 3, 3, 4, 3, 3, 4, 4, 4],
    hundred: 1,
    ...{ joinHundreds: 1, thousand: 1, thousands: 1, million: 3, millions: 2 },
    ...{ point: 2, clock: 3, month: 4.7 },
  },
  fr: {
    small: french,
    tens: [1, 1, 2, 2, 2, 2, 3, 3],
    join: 0,
    scores: true,
    hundreds: withHundred(french, 1),
    hundred: 1,
    ...{ joinHundreds: 0, thousand: 1, thousands: 1, million: 3, millions: 2 },
    ...{ point: 2, clock: 1, month: 2 },
  },
  de: {
    small: german,
    tens: [2, 2, 2, 2, 2, 2, 2, 2],
    join: 1,
    scores: false,
    hundreds: [3, ...withHundred(german, 2).slice(1)],
    hundred: 3,
    ...{ joinHundreds: 0, thousand: 3, thousands: 2, million: 5, millions: 4 },
    ...{ point: 2, clock: 1, month: 3.2 },
  },
  el: {
    // μηδέν ένα δύο τρία τέσσερα πέντε … δεκαεννέα
    small: [2, 2, 2, 2, 3, 2, 2, 2, 2, 3, 2, 3, 3, 4, 5, 4, 4, 4, 4, 5],
    tens: [3, 3, 3, 3, 3, 4, 3, 4],
    join: 0,
    scores: false,
    hundreds: [3, 3, 4, 4, 4, 4, 4, 4, 4],
    hundred: 3,
    ...{ joinHundreds: 0, thousand: 2, thousands: 3, million: 7, millions: 5 },
    ...{ point: 2, clock: 1, month: 4.4 },
  },
} as const satisfies Readonly<Record<string, NumberSpeech>>;

/** Numbers of Chinese and Japanese: digits, then signs for ten, hundred, thousand and ten thousand. */
export interface SignSpeech {
  /** 0 to 9. */
  readonly digits: readonly number[];
  readonly ten: number;
  readonly hundred: number;
  readonly thousand: number;
  /** Ten thousand, and ten thousand times that. */
  readonly myriad: number;
  readonly myriads: number;
  /** Whether a gap is said: 一百零一. */
  readonly saysGaps: boolean;
  /** Whether one is said before hundreds: 一百, but 百 in Japanese. */
  readonly saysOne: boolean;
  /** Whether years are said digit by digit. */
  readonly yearsByDigit: boolean;
  readonly point: number;
  /** 点 and 分, 時 and 分. */
  readonly clock: number;
  /** What stands behind year, month and day. */
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Every sign of Mandarin is a syllable; of Japanese, hyaku, roku and the like have two. */
export const signSpeech = {
  zh: {
    digits: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
    ...{ ten: 1, hundred: 1, thousand: 1, myriad: 1, myriads: 1 },
    ...{ saysGaps: true, saysOne: true, yearsByDigit: true, point: 1, clock: 2 },
    ...{ year: 1, month: 1, day: 1 },
  },
  ja: {
    // zero ichi ni san yon go roku nana hachi kyū
    digits: [2, 2, 1, 1, 1, 1, 2, 2, 2, 1],
    ...{ ten: 1, hundred: 2, thousand: 1, myriad: 1, myriads: 2 },
    ...{ saysGaps: false, saysOne: false, yearsByDigit: false, point: 1, clock: 2 },
    ...{ year: 1, month: 2, day: 2 },
  },
} as const satisfies Readonly<Record<string, SignSpeech>>;
