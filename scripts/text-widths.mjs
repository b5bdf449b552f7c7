// Writes src/diagram/arial-widths.ts from two TrueType files with the metrics of Arial:
//   node scripts/text-widths.mjs LiberationSans-Regular.ttf LiberationSans-Bold.ttf
// Run it again only to cover more characters; the table is checked in and needs no font.
import { readFileSync, writeFileSync } from 'node:fs';

const ranges = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x370, 0x52f],
  [0x1e00, 0x1fff],
  [0x2010, 0x2027],
  [0x2030, 0x205e],
  [0x2070, 0x209f],
  [0x20a0, 0x20c0],
  [0x2100, 0x218f],
  [0x2190, 0x2199],
];
/** Codes of widths in the table: printable, and nothing that a string literal must escape. */
const codes = [...Array(200).keys()]
  .map((at) => String.fromCharCode(0x3a + at))
  .filter((code) => /^[:-~¡-ÿ]$/.test(code) && code !== '\\' && code !== '`' && code !== '\u00ad');

function readFont(path) {
  const data = readFileSync(path);
  const tables = new Map();
  for (let index = 0; index < data.readUInt16BE(4); index += 1) {
    const at = 12 + index * 16;
    tables.set(data.toString('latin1', at, at + 4), data.readUInt32BE(at + 8));
  }
  const unitsPerEm = data.readUInt16BE(tables.get('head') + 18);
  const metrics = data.readUInt16BE(tables.get('hhea') + 34);
  const advance = (glyph) =>
    data.readUInt16BE(tables.get('hmtx') + 4 * Math.min(glyph, metrics - 1));
  return { unitsPerEm, glyphOf: readCharacterMap(data, tables.get('cmap')), advance };
}

/** The Unicode table of `cmap`, format 4 (OpenType specification, "cmap"). */
function readCharacterMap(data, cmap) {
  for (let index = 0; index < data.readUInt16BE(cmap + 2); index += 1) {
    const at = cmap + data.readUInt32BE(cmap + 4 + index * 8 + 4);
    if (data.readUInt16BE(at) !== 4) continue;
    const count = data.readUInt16BE(at + 6) / 2;
    const [ends, starts] = [at + 14, at + 16 + 2 * count];
    const [deltas, offsets] = [starts + 2 * count, starts + 4 * count];
    return (character) => {
      for (let segment = 0; segment < count; segment += 1) {
        if (data.readUInt16BE(ends + 2 * segment) < character) continue;
        const start = data.readUInt16BE(starts + 2 * segment);
        if (start > character) return 0;
        const delta = data.readUInt16BE(deltas + 2 * segment);
        const offset = data.readUInt16BE(offsets + 2 * segment);
        if (offset === 0) return (character + delta) & 0xffff;
        const glyph = data.readUInt16BE(offsets + 2 * segment + offset + 2 * (character - start));
        return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
      }
      return 0;
    };
  }
  throw new Error('the font has no character map of format 4');
}

function widthsOf(font, from, to) {
  const widths = [];
  for (let character = from; character <= to; character += 1) {
    const glyph = font.glyphOf(character);
    const width = Math.round((font.advance(glyph) * 500) / font.unitsPerEm) * 2;
    // A mark that takes no room is measured apart, and a missing glyph is not known.
    widths.push(glyph === 0 || width === 0 ? undefined : width);
  }
  return widths;
}

const fonts = process.argv.slice(2, 4).map(readFont);
const tables = fonts.map((font) => ranges.map(([from, to]) => widthsOf(font, from, to)));
const palette = [...new Set(tables.flat(2).filter((width) => width !== undefined))].sort(
  (a, b) => a - b,
);
if (palette.length > codes.length)
  throw new Error(`${palette.length} widths, ${codes.length} codes`);

const encode = (table) =>
  table.map((widths, index) => {
    const letters = widths.map((width) =>
      width === undefined ? '-' : codes[palette.indexOf(width)],
    );
    const runs = letters.join('').replace(/(.)\1+/g, (run, letter) => `${letter}${run.length}`);
    return `${ranges[index][0].toString(16)} ${runs}`;
  });
const list = (lines) => lines.map((line) => `    '${line}',`).join('\n');

writeFileSync(
  new URL('../src/diagram/arial-widths.ts', import.meta.url),
  `/**
 * Widths of characters in fonts with the metrics of Arial, made by scripts/text-widths.mjs from
 * Liberation Sans. A line is the first code point in hexadecimal, then one code a character, each
 * with the number of times it stands there; \`-\` is a character that the font hasn't.
 */
export const arialWidths = {
  /** Thousandths of the font size, in the order of the codes. */
  widths: [
    ${palette.join(', ')},
  ],
  codes:
    '${codes.slice(0, palette.length).join('')}',
  regular: [
${list(encode(tables[0]))}
  ],
  bold: [
${list(encode(tables[1]))}
  ],
} as const;
`,
);
