import type { Finding } from './finding.ts';
import type { Tree } from './tree.ts';

/** What reading a text gave: its tree, if there is one, and what is wrong with the text. */
export interface ReadResult {
  readonly tree: Tree | undefined;
  readonly findings: readonly Finding[];
}

/** Documents nested deeper than this are refused: no menu needs it, and no stack should hang on it. */
export const deepestNesting = 200;

/** Documents with more values than this are refused: an export of 80,000 blocks has as many. */
export const mostValues = 2_000_000;
