/** More texts than this are no list that a person wrote. */
const mostTexts = 20;

/** What a pattern asks of a text: to be one of these, or to begin, to end with or to contain one. */
export interface PlainPattern {
  readonly texts: readonly string[];
  /** False where more may stand in front. */
  readonly begins: boolean;
  /** False where more may stand behind. */
  readonly ends: boolean;
}

/** The signs of `[12#]` and `[1-3]`; nothing where a class says what must not be, or more than signs. */
function signsOfClass(inside: string): readonly string[] | undefined {
  if (inside === '' || /[\\^\[\]]/.test(inside)) return undefined;
  const signs: string[] = [];
  for (const [piece] of inside.matchAll(/[a-z]-[a-z]|[A-Z]-[A-Z]|\d-\d|[\s\S]/g)) {
    const from = piece.codePointAt(0) ?? 0;
    const to = piece.length === 3 ? (piece.codePointAt(2) ?? 0) : from;
    if (to < from || piece === '-') return undefined;
    for (let sign = from; sign <= to; sign += 1) signs.push(String.fromCodePoint(sign));
  }
  return signs;
}

/** The next sign of a pattern, as the texts that it may be. */
const sign = /^(?:\[([^\]]*)\]|\\([^A-Za-z0-9])|([^\\.*+?|()[\]{}^$]))(?![*+?{])/u;

/** All texts of a piece that is signs and classes and nothing else. */
function textsOf(piece: string): readonly string[] | undefined {
  let texts: readonly string[] = [''];
  for (let rest = piece; rest !== '';) {
    const found = sign.exec(rest);
    if (found === null) return undefined;
    const [whole, inside, escaped, plain = escaped] = found;
    const next = inside === undefined ? [plain ?? ''] : signsOfClass(inside);
    if (next === undefined || texts.length * next.length > mostTexts) return undefined;
    texts = texts.flatMap((text) => next.map((one) => text + one));
    rest = rest.slice(whole.length);
  }
  return texts;
}

/** `^`, `.*` and nothing at the beginning of a pattern; the same at its end. */
function withoutEdges(pattern: string) {
  const open = /^(?:\^(?:\.\*)?|\.\*)?/.exec(pattern)?.[0] ?? '';
  const close = /(?:(?<!\\)\.\*\$?|(?<!\\)\$)?$/.exec(pattern.slice(open.length))?.[0] ?? '';
  return {
    open,
    close,
    inside: pattern.slice(open.length, pattern.length - close.length),
  };
}

/** One pattern without alternatives outside of brackets. */
function readOne(pattern: string, mayBePart: boolean): PlainPattern | undefined {
  const { open, close, inside } = withoutEdges(pattern);
  if (!mayBePart && (open === '' || close === '')) return undefined;
  const grouped = /^\((?:\?:)?([^()]*)\)$/.exec(inside)?.[1];
  const lists = (grouped === undefined ? [inside] : grouped.split('|')).map(textsOf);
  const texts = lists.flatMap((list) => list ?? []);
  const isPlain = lists.every((list) => list !== undefined && !list.includes(''));
  if (!isPlain || texts.length === 0 || texts.length > mostTexts) return undefined;
  return {
    texts,
    begins: open === '^',
    ends: close === '$',
  };
}

/**
 * Reads a regular expression that only lists texts: `^(yes|no)$`, `^1$|^2$`, `^[1-3]$`, `^44`, `.*gold.*`;
 * nothing for any other. It is read, never run. `mayBePart` tells that a pattern without `^` and `$`
 * fits a part of a text; where nobody knows, only patterns that say so themselves are read.
 */
export function plainPatternsOf(
  pattern: string,
  mayBePart: boolean,
): readonly PlainPattern[] | undefined {
  if (pattern.length > 500) return undefined;
  const pieces = pattern.includes('(') ? [pattern] : pattern.split('|');
  const read = pieces.map((piece) => readOne(piece, mayBePart));
  return read.every((one) => one !== undefined) ? read : undefined;
}

/** The cases of a branch that such a pattern comes to: `yes`, `starts with 44`, `contains gold`. */
export function whensOfPattern(pattern: string, mayBePart: boolean): readonly string[] | undefined {
  if (pattern === '^$') return ['(empty)'];
  if (pattern === '^.+$') return ['exists'];
  return plainPatternsOf(pattern, mayBePart)?.flatMap(({ texts, begins, ends }) => {
    const word = begins ? (ends ? '' : 'starts with ') : ends ? 'ends with ' : 'contains ';
    return texts.map((text) => `${word}${text}`);
  });
}
