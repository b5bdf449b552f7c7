import { withoutMarkup } from './without-markup.ts';

/** A piece of a prompt, as far as finding keys needs it. Offsets are those of the prompt. */
export interface Token {
  /**
   * `number`: one or two digits that may be a key; `amount`: a number that can't be one; `sign`: `*`,
   * `#` or both with digits; `pause`: a comma or its like; `stop`: the end of a sentence or a line;
   * `gap`: a part that is filled in during the call.
   */
  readonly kind: 'word' | 'number' | 'amount' | 'sign' | 'pause' | 'stop' | 'gap';
  readonly start: number;
  readonly end: number;
  /** The word without accents and capitals; a number in plain digits. */
  readonly text: string;
}

/** A word as it is looked up: no capitals, no accents, one form of sigma. */
export function plainWord(word: string): string {
  // Most words need nothing but small letters, and rules read many words.
  if (!/[^a-zA-Z0-9]/.test(word)) return word.toLowerCase();
  return word
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ς', 'σ');
}

const cjk = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー〇]`;

/** Alternatives never overlap in a way that would be tried twice: one pass over the text. */
const pieces = new RegExp(
  [
    String.raw`(?<gap>\{\{?[^{}]{0,200}\}?\}|\$\{[^{}]{0,200}\}|\$\.[\w.$'\[\]]+)`,
    String.raw`(?<number>[0-9０-９①-⑨⓪]+(?:[.,:/\-–][0-9]+)*)`,
    String.raw`(?<sign>[*#＊＃]+[0-9]*)`,
    `(?<ideograph>${cjk})`,
    String.raw`(?<clock>[apAP]\.\s?[mM]\.)`,
    String.raw`(?<word>(?:(?!${cjk})[\p{L}])(?:(?!${cjk})[\p{L}\p{M}\p{N}])*)`,
    String.raw`(?<stop>[.!?;。！？；…\n\r\u2028\u2029])`,
    String.raw`(?<pause>[,:，、：—]|\s[-–]\s)`,
    String.raw`(?<money>[$€£¥%￥])`,
  ].join('|'),
  'gu',
);

const digitsOf = (written: string): string => written.normalize('NFKC').replace(/[^0-9*#]/g, '');

/** The longest of the given words that stands at this offset. */
function wordAt(text: string, offset: number, words: readonly string[]): string | undefined {
  let longest: string | undefined;
  for (const word of words) {
    if (word.length > (longest?.length ?? 0) && text.startsWith(word, offset)) longest = word;
  }
  return longest;
}

/** A number as it is written: a list without blanks (`1,2`) is taken apart, the rest are amounts. */
function numberTokens(text: string, start: number, written: string): readonly Token[] {
  const end = start + written.length;
  const around = `${text
    .slice(Math.max(0, start - 2), start)
    .trimEnd()
    .slice(-1)}|${text
    .slice(end, end + 2)
    .trimStart()
    .slice(0, 1)}`;
  const isGlued = /^['’]?(?!\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana})\p{L}/u.test(
    text.slice(end, end + 2),
  );
  const isMoney = /[$€£¥￥]/.test(around) || around.endsWith('%');
  const parts = written.split(/([.,:/\-–])/);
  const isList =
    parts.length > 1 &&
    parts.every((part, index) => (index % 2 === 1 ? part === ',' : part.length === 1));
  if (isGlued || isMoney || (parts.length > 1 && !isList)) {
    return [{ kind: 'amount', start, end, text: digitsOf(written) }];
  }
  let offset = start;
  return parts.map((part, index): Token => {
    const from = offset;
    offset += part.length;
    if (index % 2 === 1) return { kind: 'pause', start: from, end: offset, text: part };
    const digits = digitsOf(part);
    return {
      kind: digits.length > 2 ? 'amount' : 'number',
      start: from,
      end: offset,
      text: digits,
    };
  });
}

type IdeographWords = ReadonlyMap<string, readonly string[]>;

/** Many rules read the same texts; those of a large menu are forgotten before they fill the memory. */
const mostRemembered = 5000;
const remembered = new WeakMap<IdeographWords, Map<string, readonly Token[]>>();

/** Cuts a prompt into tokens. `ideographWords` are the words to know where no blanks part them. */
export function keyTokens(prompt: string, ideographWords: IdeographWords): readonly Token[] {
  const known = remembered.get(ideographWords) ?? new Map<string, readonly Token[]>();
  remembered.set(ideographWords, known);
  const before = known.get(prompt);
  if (before !== undefined) return before;
  const tokens = cut(prompt, ideographWords);
  if (known.size >= mostRemembered) known.clear();
  known.set(prompt, tokens);
  return tokens;
}

function cut(prompt: string, ideographWords: IdeographWords): readonly Token[] {
  const { text } = withoutMarkup(prompt);
  const tokens: Token[] = [];
  let covered = 0;
  for (const { 0: written, index: start, groups = {} } of text.matchAll(pieces)) {
    if (start < covered) continue;
    const end = start + written.length;
    if (groups['number'] !== undefined) {
      for (const token of numberTokens(text, start, written)) tokens.push(token);
    } else if (groups['ideograph'] !== undefined) {
      const word = wordAt(text, start, ideographWords.get(written) ?? []) ?? written;
      covered = start + word.length;
      tokens.push({ kind: 'word', start, end: covered, text: plainWord(word) });
    } else if (groups['word'] !== undefined) {
      tokens.push({ kind: 'word', start, end, text: plainWord(written) });
    } else if (groups['clock'] !== undefined) {
      tokens.push({ kind: 'word', start, end, text: 'am' });
    } else if (groups['sign'] !== undefined) {
      const key = digitsOf(written);
      // `**` is emphasis, `#1` may be "number one".
      const isKey = key.length === 1 || (key.startsWith('*') && /^\*\d/.test(key));
      tokens.push({ kind: isKey ? 'sign' : 'amount', start, end, text: key });
    } else if (groups['stop'] !== undefined || groups['pause'] !== undefined) {
      const kind = groups['stop'] === undefined ? 'pause' : 'stop';
      tokens.push({ kind, start, end, text: written });
    } else if (groups['gap'] !== undefined) {
      tokens.push({ kind: 'gap', start, end, text: '' });
    }
  }
  return tokens;
}
