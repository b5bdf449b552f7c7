import type { ConfText } from '../../source/conf-file.ts';
import type { Extent } from '../../source/tree.ts';

/** One priority of an extension: an application that runs, with its arguments as they are written. */
export interface Step {
  /** Its position among all steps that were read. */
  readonly index: number;
  readonly context: string;
  readonly extension: string;
  readonly priority: number;
  readonly label: string | undefined;
  /** The name as written; which application it is doesn't depend on its case. */
  readonly application: string;
  readonly arguments: ConfText;
  /** From the application to the end of its arguments. */
  readonly at: Extent;
}

/** What callers dial, or press, and what happens then. */
export interface Extension {
  /** Literal, or a pattern with `_` in front. */
  readonly name: string;
  readonly at: Extent;
  readonly steps: ReadonlyMap<number, Step>;
  readonly labels: ReadonlyMap<string, number>;
}

/** `include => other[,times,weekdays,days,months]`: the extensions of another context count too. */
export interface Include {
  readonly context: string;
  /** When it counts; always where nothing is said. */
  readonly hours: string | undefined;
  readonly at: Extent;
}

export interface Context {
  readonly name: string;
  readonly at: Extent;
  /** What a comment behind the header calls it, as FreePBX writes it. */
  readonly title: string | undefined;
  readonly extensions: ReadonlyMap<string, Extension>;
  /** Those of them that are patterns, the most exact first. */
  readonly patterns: readonly Extension[];
  readonly includes: readonly Include[];
}

/** Something that stands in a dialplan and is no step of a call. */
export interface Leftover {
  readonly message: string;
  readonly at: Extent;
}

export interface Dialplan {
  readonly contexts: ReadonlyMap<string, Context>;
  readonly globals: ReadonlyMap<string, string>;
  /** `autofallthrough`: a call that runs out of priorities ends instead of waiting for keys. */
  readonly endsByItself: boolean;
  readonly steps: readonly Step[];
  readonly leftovers: readonly Leftover[];
}
