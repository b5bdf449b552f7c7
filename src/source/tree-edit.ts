import type { Path } from './tree.ts';

/** A value to write into a document: short, as in `{to: agent}`. */
export type EditValue = string | number | boolean | { readonly [field: string]: EditValue };

/**
 * One change of what a document says, without a word on how it is written. Paths lead through the
 * document as it was before any of the changes made together with this one.
 */
export type TreeEdit =
  /** Another text for a scalar that is there. */
  | { readonly edit: 'set'; readonly at: Path; readonly value: string }
  /** A new field for a map that is there and lacks it. */
  | {
      readonly edit: 'insert';
      readonly at: Path;
      readonly field: string;
      readonly value: EditValue;
    }
  /** Another order for a list's items, or a map's fields: for each place the present position. */
  | { readonly edit: 'reorder'; readonly at: Path; readonly order: readonly number[] };

/** Changes that together mend what a finding tells. */
export interface Fix {
  /** What is done, as an order: `Lead silent callers to "agent"`. */
  readonly description: string;
  readonly edits: readonly TreeEdit[];
}
