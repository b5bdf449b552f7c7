import type { Source } from './source.ts';
import type { ScalarTree } from './tree.ts';

/** Where each character of a text that was embedded in a source stands in that source. */
export type OffsetMap = (offset: number) => number;

/** A text that is the value of something in a source, with the place of each of its characters. */
export interface EmbeddedText {
  readonly text: string;
  readonly offsets: OffsetMap;
}

const isSpace = (character: string | undefined): boolean =>
  character === ' ' || character === '\t' || character === '\n' || character === '\r';

/** How long an escape is as written, and how many UTF-16 units it stands for. */
function escapeAt(raw: string, at: number): { readonly length: number; readonly units: number } {
  const letter = raw[at + 1];
  if (letter === 'x') return { length: 4, units: 1 };
  if (letter === 'u') return { length: 6, units: 1 };
  if (letter === 'U') {
    const point = Number.parseInt(raw.slice(at + 2, at + 10), 16);
    return { length: 10, units: point > 0xffff ? 2 : 1 };
  }
  if (!isSpace(letter) || letter === ' ' || letter === '\t') return { length: 2, units: 1 };
  let end = at + 2;
  while (isSpace(raw[end])) end += 1;
  return { length: end - at, units: 0 };
}

/** The offset in `raw` of every character of a quoted scalar; YAML folds its line ends. */
function quotedStarts(raw: string): number[] {
  const quote = raw[0];
  const end = raw.length - 1;
  const starts: number[] = [];
  /** Spaces behind this many characters were written as such, so a line end swallows them. */
  let kept = 0;
  let at = 1;
  while (at < end) {
    const character = raw[at];
    if (character === '\\' && quote === '"') {
      const { length, units } = escapeAt(raw, at);
      for (let unit = 0; unit < units; unit += 1) starts.push(at);
      at += length;
      kept = starts.length;
    } else if (character === '\n' || character === '\r') {
      while (starts.length > kept && isSpace(raw[starts.at(-1) ?? 0])) starts.pop();
      const lineEnds: number[] = [];
      for (; isSpace(raw[at]); at += 1) if (raw[at] === '\n') lineEnds.push(at);
      starts.push(...(lineEnds.length > 1 ? lineEnds.slice(1) : [lineEnds[0] ?? at]));
      kept = starts.length;
    } else {
      starts.push(at);
      at += character === "'" && quote === "'" ? 2 : 1;
    }
  }
  starts.push(end);
  return starts;
}

/** The same for a plain or block scalar: those have no escapes, only moved white space. */
function unquotedStarts(raw: string, text: string): number[] {
  const isBlock = raw.startsWith('|') || raw.startsWith('>');
  const starts: number[] = [];
  let at = isBlock ? Math.max(raw.indexOf('\n'), 0) + 1 : 0;
  for (const character of text.split('')) {
    if (!isSpace(character)) while (isSpace(raw[at])) at += 1;
    starts.push(at);
    if (raw[at] === character) at += 1;
    else if (!isSpace(character)) return [];
  }
  starts.push(at);
  return starts;
}

/**
 * The text of a scalar, mapped to where its characters are written: through the escapes of JSON and
 * YAML strings and the indentation of YAML blocks. Where a text isn't written out (behind an alias),
 * all of it stands where the scalar does.
 */
export function embeddedText(source: Source, scalar: ScalarTree): EmbeddedText {
  const text = scalar.value === null ? '' : String(scalar.value);
  const raw = source.text.slice(scalar.start, scalar.end);
  const isQuoted = raw.startsWith('"') || raw.startsWith("'");
  const starts = isQuoted ? quotedStarts(raw) : unquotedStarts(raw, text);
  if (starts.length !== text.length + 1) return { text, offsets: () => scalar.start };
  const last = starts.at(-1) ?? 0;
  return { text, offsets: (offset) => scalar.start + (starts[offset] ?? last) };
}

/** Several texts as one, each keeping its places. */
export function joinTexts(texts: readonly EmbeddedText[]): EmbeddedText {
  const ends: number[] = [];
  let length = 0;
  for (const { text } of texts) ends.push((length += text.length));
  const offsets: OffsetMap = (offset) => {
    let low = 0;
    let high = texts.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (offset < (ends[middle] ?? 0)) high = middle;
      else low = middle + 1;
    }
    const part = texts[low];
    return part === undefined ? 0 : part.offsets(offset - ((ends[low] ?? 0) - part.text.length));
  };
  return { text: texts.map(({ text }) => text).join(''), offsets };
}
