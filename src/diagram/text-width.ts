import { eastAsianWidthType } from 'get-east-asian-width';
import { arialWidths } from './arial-widths.ts';

type Weight = 'regular' | 'bold';

/** Widths by code point, in thousandths of the font size. */
function readTable(lines: readonly string[]): ReadonlyMap<number, number> {
  const table = new Map<number, number>();
  for (const line of lines) {
    const [start = '', runs = ''] = line.split(' ');
    let character = Number.parseInt(start, 16);
    for (const [, code = '', count] of runs.matchAll(/(\D)(\d*)/g)) {
      const width = arialWidths.widths[arialWidths.codes.indexOf(code)];
      for (let left = Number(count === '' ? '1' : count); left > 0; left -= 1) {
        if (width !== undefined) table.set(character, width);
        character += 1;
      }
    }
  }
  return table;
}

const tables = new Map<Weight, ReadonlyMap<number, number>>();

function tableOf(weight: Weight): ReadonlyMap<number, number> {
  const known = tables.get(weight) ?? readTable(arialWidths[weight]);
  tables.set(weight, known);
  return known;
}

const takesNoRoom = /^[\p{Mn}\p{Me}\p{Cf}\u{fe00}-\u{fe0f}]$/u;
const picture = /^[\p{Extended_Pictographic}\p{Regional_Indicator}]$/u;
/** Scripts whose letters are often as wide as the font is high. */
const wideLetters =
  /^[\p{Script=Tamil}\p{Script=Malayalam}\p{Script=Kannada}\p{Script=Telugu}\p{Script=Sinhala}\p{Script=Myanmar}\p{Script=Khmer}\p{Script=Tibetan}]$/u;
/** Single characters that fonts draw as a whole phrase, or as several signs side by side. */
const phrase = /^[\ufdf0-\ufdff\u2e3a\u2e3b\p{Script=Cuneiform}]$/u;

/**
 * Width of a character that the table hasn't, on the safe side: East Asian wide and ambiguous
 * characters fill the em, pictures are wider, letters of other scripts average less.
 */
function guessWidth(character: string, codePoint: number): number {
  if (takesNoRoom.test(character)) return 0;
  if (picture.test(character)) return 1300;
  if (phrase.test(character)) return codePoint === 0xfdfd ? 12_000 : 4000;
  const width = eastAsianWidthType(codePoint);
  if (width === 'wide' || width === 'fullwidth' || width === 'ambiguous') return 1000;
  if (wideLetters.test(character)) return 1000;
  return 620;
}

const guessed = new Map<number, number>();

function characterWidth(character: string, table: ReadonlyMap<number, number>): number {
  const codePoint = character.codePointAt(0) ?? 0;
  const known = table.get(codePoint) ?? guessed.get(codePoint);
  if (known !== undefined) return known;
  // Letters with accents are as wide as their base letter.
  const base = character.normalize('NFD').codePointAt(0) ?? 0;
  const width = (base === codePoint ? undefined : table.get(base)) ?? undefined;
  if (width !== undefined) return width;
  const guess = guessWidth(character, codePoint);
  guessed.set(codePoint, guess);
  return guess;
}

/** Widths of whole texts by weight: labels come again and again, measured for room and for fit. */
const measured: Readonly<Record<Weight, Map<string, number>>> = {
  regular: new Map(),
  bold: new Map(),
};
const mostMeasured = 4096;

/**
 * Width of a text in thousandths of the font size, in Arial or a font with its metrics, without
 * kerning. Latin, Greek, Cyrillic and East Asian text is exact to about a per cent; other scripts come
 * out too wide rather than too narrow.
 */
export function relativeWidth(text: string, bold: boolean): number {
  const weight = bold ? 'bold' : 'regular';
  const before = measured[weight].get(text);
  if (before !== undefined) return before;
  const table = tableOf(weight);
  let width = 0;
  for (const character of text) width += characterWidth(character, table);
  if (measured[weight].size >= mostMeasured) measured[weight].clear();
  measured[weight].set(text, width);
  return width;
}

/** Width of a line of text in pixels, at a font size in pixels; see `relativeWidth`. */
export function textWidth(text: string, size: number, bold = false): number {
  return (relativeWidth(text, bold) * size) / 1000;
}
