import type { EmbeddedText } from './embedded-text.ts';
import type { Extent } from './tree.ts';

/** A text of a configuration file, without comments and escapes, and where it is written. */
export interface ConfText extends EmbeddedText, Extent {}

/**
 * `name = value`; `=>` means the same. `+=` adds its value, with the blanks before it, to the value
 * that the name had so far; `resolveConf` works that out.
 */
export interface ConfEntry {
  readonly name: ConfText;
  readonly operator: '=' | '=>' | '+=';
  readonly value: ConfText;
}

/** What stands below one `[name]`, as written: nothing is inherited yet. */
export interface ConfSection {
  readonly name: ConfText;
  /** The whole header, from `[` to its end. */
  readonly header: Extent;
  /** `(!)`: only there for others to inherit from. */
  readonly isTemplate: boolean;
  /** `(+)`: goes on with the section of this name that stands above. */
  readonly isAddition: boolean;
  /** `(a,b)`: the sections whose entries it begins with. */
  readonly bases: readonly ConfText[];
  readonly entries: readonly ConfEntry[];
}

/** `#include`, `#tryinclude`, `#exec`: text from elsewhere that belongs here and isn't known. */
export interface ConfDirective {
  readonly word: 'include' | 'tryinclude' | 'exec';
  readonly target: ConfText;
  /** The position of the section that it stands in, or -1 above the first. */
  readonly section: number;
}

/** A configuration file of Asterisk, in its own order. */
export interface ConfFile {
  readonly sections: readonly ConfSection[];
  readonly directives: readonly ConfDirective[];
}
