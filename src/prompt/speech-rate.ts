import type { Language } from '../script/values.ts';

/** How fast a language is spoken in a phone prompt, and in what its texts are measured. */
export interface SpeechRate {
  readonly unit: 'words' | 'syllables' | 'letters';
  /** Units a second. */
  readonly rate: number;
  /** Units in one word of a number (`twenty`, `veinte`, `二`). */
  readonly numberWord: number;
}

/**
 * 160 words a minute: comfortable synthetic speech is 150 to 200 (Sutton, King, Hux & Beukelman
 * 1995), people on the phone speak 125 to 150, so a little above the middle of both.
 */
const english = 160 / 60;

/**
 * Languages differ in how many syllables a second they are read at: Pellegrino, Coupé & Marsico,
 * Language 87(3), 2011, table 1. Those are fast readings without pauses; prompts are slower. At 160
 * words a minute and 1.5 syllables a word (judgement) English prompts run at 4 syllables a second,
 * 0.65 of the 6.19 that were measured, and the same share is taken of every language.
 */
const scaled = (syllables: number): number => (syllables * (english * 1.5)) / 6.19;

const rates: Readonly<Record<string, SpeechRate>> = {
  en: { unit: 'words', rate: english, numberWord: 1 },
  es: { unit: 'syllables', rate: scaled(7.82), numberWord: 2 },
  fr: { unit: 'syllables', rate: scaled(7.18), numberWord: 1.2 },
  de: { unit: 'syllables', rate: scaled(5.97), numberWord: 1.5 },
  it: { unit: 'syllables', rate: scaled(6.99), numberWord: 2.1 },
  ja: { unit: 'syllables', rate: scaled(7.84), numberWord: 1.7 },
  zh: { unit: 'syllables', rate: scaled(5.18), numberWord: 1 },
  // Not in the study; judgement: Portuguese and Greek between Spanish and Italian, Dutch as German.
  pt: { unit: 'syllables', rate: scaled(7.2), numberWord: 1.7 },
  el: { unit: 'syllables', rate: scaled(7.2), numberWord: 2.2 },
  nl: { unit: 'syllables', rate: scaled(5.97), numberWord: 1.3 },
};

/** Other alphabets, judgement: English at 4.7 letters a word, so long words take longer. */
const other: SpeechRate = { unit: 'letters', rate: english * 4.7, numberWord: 5 };

/** Cantonese and its kin are written and read by the character, as Mandarin is. */
const alike: Readonly<Record<string, string>> = {
  yue: 'zh',
  cmn: 'zh',
  wuu: 'zh',
  gl: 'pt',
  ca: 'es',
};

/** The rate for a language by its BCP 47 tag; one by letters where nothing better is known. */
export function speechRateOf(language: Language): SpeechRate {
  const base = language.toLowerCase().split('-')[0] ?? '';
  const name = Object.hasOwn(alike, base) ? (alike[base] ?? base) : base;
  return Object.hasOwn(rates, name) ? (rates[name] ?? other) : other;
}
