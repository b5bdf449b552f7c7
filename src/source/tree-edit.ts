import type { Path } from './tree.ts';

/** A value to write into a document, as in `{to: agent}`. */
export type EditValue =
  string | number | boolean | readonly EditValue[] | { readonly [field: string]: EditValue };

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

/** A change that lets others find their way only when it is made: paths are those before it alone. */
export type TreeStep =
  | TreeEdit
  /** A new field for a map, directly behind one of its fields. */
  | {
      readonly edit: 'insert-behind';
      readonly at: Path;
      readonly behind: string;
      readonly field: string;
      readonly value: EditValue;
    }
  /** A new item for a list, to stand at a position from 0. */
  | {
      readonly edit: 'insert-item';
      readonly at: Path;
      readonly place: number;
      readonly value: EditValue;
    }
  /** An item of one list that goes to a position in another, comments with it. */
  | {
      readonly edit: 'move-item';
      readonly at: Path;
      readonly to: Path;
      readonly place: number;
    }
  /** A field of a map, or an item of a list, that goes. */
  | { readonly edit: 'remove'; readonly at: Path };

/** Changes that together mend what a finding tells. */
export interface Fix {
  /** What is done, as an order: `Lead silent callers to "agent"`. */
  readonly description: string;
  readonly edits: readonly TreeEdit[];
}
