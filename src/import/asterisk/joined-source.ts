import type { Finding } from '../../source/finding.ts';
import { placeBetween, type Place, type Source } from '../../source/source.ts';

/** A stretch of one file in a text that was joined from several. */
interface Piece {
  /** Where it begins in the joined text. */
  readonly at: number;
  readonly source: Source;
  /** Where it begins in its own file. */
  readonly from: number;
}

/** Several files read as one text, as `#include` does, with the way back to where each was. */
export interface JoinedSource {
  readonly source: Source;
  /** The place in the file that the text came from. */
  readonly placeOf: (extent: { readonly start: number; readonly end: number }) => Place;
  /** A finding on the joined text, at its place in the file it came from. */
  readonly bring: (finding: Finding) => Finding;
}

/** Collects stretches of files in the order in which they are read. */
export interface JoinedText {
  readonly add: (source: Source, from: number, to: number) => void;
  readonly length: () => number;
  readonly finish: (path: string) => JoinedSource;
}

/** Begins an empty joined text. Looking up a place takes logarithmic time. */
export function createJoinedText(): JoinedText {
  const texts: string[] = [];
  const pieces: Piece[] = [];
  let length = 0;

  const pieceAt = (offset: number): Piece | undefined => {
    let low = 0;
    let high = pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((pieces[middle]?.at ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return pieces[low];
  };

  return {
    length: () => length,
    add(source, from, to) {
      if (to <= from) return;
      const text = source.text.slice(from, to);
      pieces.push({ at: length, source, from });
      // A file that ends without a line end still ends its line.
      const whole = /[\r\n]$/.test(text) ? text : `${text}\n`;
      texts.push(whole);
      length += whole.length;
    },
    finish(path) {
      const source: Source = { path, text: texts.join('') };
      const placeOf: JoinedSource['placeOf'] = ({ start, end }) => {
        const piece = pieceAt(start);
        if (piece === undefined) return placeBetween(source, start, end);
        const shift = piece.from - piece.at;
        return placeBetween(piece.source, start + shift, end + shift);
      };
      const offsets = lineOffsets(source.text);
      const offsetOf = ({ line, column }: Place['start']) => (offsets[line - 1] ?? 0) + column - 1;
      return {
        source,
        placeOf,
        bring: (finding) => ({
          ...finding,
          at: placeOf({ start: offsetOf(finding.at.start), end: offsetOf(finding.at.end) }),
        }),
      };
    },
  };
}

function lineOffsets(text: string): readonly number[] {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length);
  return starts;
}
