import type { Extent } from '../tree.ts';

/** What is wrong in a YAML text, in the words of somebody who writes menus. */
export interface Mistake {
  /** What to mark: never over a line end. */
  readonly at: Extent;
  readonly message: string;
  readonly help: string;
}
