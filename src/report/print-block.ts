/** A piece of a line: plain words, or a link to a section. */
export interface Piece {
  readonly text: string;
  readonly look?: 'strong' | 'quiet' | undefined;
  /** The number of the section that it leads to. */
  readonly link?: string | undefined;
}

/** What is said in one language, with its time. */
export interface SaidLine {
  readonly language: string;
  /** The language of the words themselves. */
  readonly tongue: string;
  readonly text: string;
  readonly isQuote: boolean;
  readonly time: string;
}

/** A way, an error or an announcement: what it is, what is said, and where it leads. */
export interface Entry {
  readonly head: readonly Piece[];
  readonly said: readonly SaidLine[];
  readonly leads: readonly Piece[];
}

/** A printout as parts that every format can set. */
export type Block =
  | {
      readonly block: 'heading';
      readonly level: 1 | 2 | 3;
      readonly pieces: readonly Piece[];
      readonly anchor?: string | undefined;
    }
  | { readonly block: 'paragraph'; readonly pieces: readonly Piece[] }
  | {
      readonly block: 'entries';
      readonly entries: readonly Entry[];
      readonly languages: readonly string[];
    }
  | { readonly block: 'facts'; readonly facts: readonly (readonly Piece[])[] };

/** The headings of the columns with what is said; none where nothing is. */
export function toldIn(entries: readonly Entry[], languages: readonly string[]): readonly string[] {
  if (entries.every(({ said }) => said.length === 0)) return [];
  return languages.length === 1 ? ['Callers hear'] : languages;
}
