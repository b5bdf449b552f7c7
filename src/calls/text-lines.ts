/** Lines of a text that follow each other; `first` is the number of the first, from 1. */
export interface LineBatch {
  readonly first: number;
  readonly lines: readonly string[];
}

/** A row of a log is this long at most. A longer one is cut to one character more, so that it can be told. */
export const longestLine = 65_536;

/**
 * Cuts chunks of text into lines: LF, CRLF and lone CR all end one, in any mixture and wherever the
 * chunks break. A last line without an end is a line. Memory stays below one chunk and one line.
 */
export async function* textLines(chunks: AsyncIterable<string>): AsyncGenerator<LineBatch> {
  let first = 1;
  let rest = '';
  let endedWithReturn = false;
  for await (const chunk of chunks) {
    if (chunk === '') continue;
    // The LF of a CRLF that the chunks broke apart ends no line of its own.
    const text = endedWithReturn && chunk.startsWith('\n') ? chunk.slice(1) : chunk;
    endedWithReturn = chunk.endsWith('\r');
    const parts = text.split(/\r\n|\n|\r/);
    const last = parts.pop() ?? '';
    if (parts.length === 0) {
      rest = cut(rest + last);
      continue;
    }
    const lines = parts.map((part, index) => cut(index === 0 ? rest + part : part));
    rest = cut(last);
    yield { first, lines };
    first += lines.length;
  }
  if (rest !== '') yield { first, lines: [rest] };
}

function cut(line: string): string {
  return line.length > longestLine ? line.slice(0, longestLine + 1) : line;
}
