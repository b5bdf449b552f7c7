/** What is done with a text in JSON. Places are those in the piece that is being read. */
export interface JsonParts {
  /** Takes what begins here as a whole where it can, and gives the place behind it. Never within quotes. */
  readonly takeWhole: (piece: string, from: number) => number;
  readonly open: (sign: '{' | '[', at: number) => void;
  readonly close: (at: number) => void;
  readonly openQuote: (at: number) => void;
  readonly closeQuote: (at: number) => void;
  /** What stands between signs. */
  readonly plain: (text: string) => void;
  /** What stands within quotes, but for what is escaped. */
  readonly quoted: (text: string) => void;
  /** A line has ended within quotes, where none may: they are closed. */
  readonly breakQuote: () => void;
  readonly endLine: () => void;
}

/** Takes a text in JSON apart at its brackets, quotes and ends of lines, in pieces of any length. */
export interface JsonSigns {
  readonly take: (piece: string) => void;
  /** Ends the last line. */
  readonly end: () => void;
}

const outside = /["{}[\]\n]/g;
const inside = /["\\\n]/g;

export function createJsonSigns(parts: JsonParts): JsonSigns {
  let isQuoted = false;
  /** Whether the next sign stands behind a backslash. */
  let isEscaped = false;

  const endLine = (): void => {
    if (isQuoted) parts.breakQuote();
    isQuoted = false;
    parts.endLine();
  };
  const quote = (at: number): void => {
    isQuoted = !isQuoted;
    if (isQuoted) parts.openQuote(at);
    else parts.closeQuote(at);
  };

  return {
    take(piece) {
      let from = 0;
      while (from < piece.length) {
        if (isEscaped) {
          isEscaped = false;
          from += 1;
          continue;
        }
        if (!isQuoted) from = parts.takeWhole(piece, from);
        const signs = isQuoted ? inside : outside;
        signs.lastIndex = from;
        const at = signs.exec(piece)?.index ?? piece.length;
        if (at > from && isQuoted) parts.quoted(piece.slice(from, at));
        else if (at > from) parts.plain(piece.slice(from, at));
        const sign = piece[at];
        if (sign === '"') quote(at);
        else if (sign === '\n') endLine();
        else if (sign === '{' || sign === '[') parts.open(sign, at);
        else if (sign === '}' || sign === ']') parts.close(at);
        else if (sign === '\\') isEscaped = true;
        from = at + 1;
      }
    },
    end: endLine,
  };
}
