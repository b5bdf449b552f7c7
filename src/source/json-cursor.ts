import type { OffsetMap } from './embedded-text.ts';
import { refuse } from './flow-line.ts';
import { createTextPool } from './text-pool.ts';

const quote = 34;
const backslash = 92;

const isBlank = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

const words: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);
const wordPattern = /true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;

function unescaped(raw: string): string {
  try {
    return JSON.parse(raw) as string;
  } catch {
    return refuse();
  }
}

/** Goes through a text in JSON from its beginning. Refuses what is no JSON. */
export interface JsonCursor {
  /** Where it stands in the source. */
  readonly place: () => number;
  readonly isAtEnd: () => boolean;
  /** Steps over blanks, and gives the code of the sign behind them: NaN at the end of the text. */
  readonly skipBlanks: () => number;
  /** Steps over one sign. */
  readonly step: () => void;
  /** Steps over a text in quotes, the first of which stands here, and gives it without them. */
  readonly quoted: () => string;
  /** Steps over a number, `true`, `false` or `null`, and gives it. */
  readonly word: () => number | boolean | null;
}

export function createJsonCursor(text: string, offsets: OffsetMap): JsonCursor {
  const pool = createTextPool(text);
  let here = 0;

  /** A text in quotes of which one sign at least is escaped: the first of those stands here. */
  const escapedText = (start: number): string => {
    let end = here;
    while (text.charCodeAt(end) !== quote) {
      if (end >= text.length) refuse();
      end += text.charCodeAt(end) === backslash ? 2 : 1;
    }
    here = end + 1;
    return unescaped(text.slice(start - 1, here));
  };

  return {
    place: () => offsets(here),
    isAtEnd: () => here === text.length,
    step() {
      here += 1;
    },
    skipBlanks() {
      let code = text.charCodeAt(here);
      while (isBlank(code)) {
        here += 1;
        code = text.charCodeAt(here);
      }
      return code;
    },
    quoted() {
      const start = here + 1;
      let end = start;
      let hash = 0;
      for (let code = text.charCodeAt(end); code !== quote; code = text.charCodeAt(end)) {
        if (code === backslash) {
          here = end;
          return escapedText(start);
        }
        // Neither a control character nor the end of the text, which is no number.
        if (!(code >= 32)) refuse();
        hash = (Math.imul(hash, 31) + code) | 0;
        end += 1;
      }
      here = end + 1;
      return pool(start, end, hash);
    },
    word() {
      wordPattern.lastIndex = here;
      if (!wordPattern.test(text)) refuse();
      const written = text.slice(here, wordPattern.lastIndex);
      here = wordPattern.lastIndex;
      const known = words.get(written);
      return known === undefined ? Number(written) : known;
    },
  };
}
