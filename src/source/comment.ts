import type { Extent } from './tree.ts';

/** A comment in a document, in the order of the text. */
export interface Comment extends Extent {
  /** What it says, without the signs that make it a comment and the white space around. */
  readonly text: string;
}
