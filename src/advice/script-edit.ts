import type { NodeId } from '../script/names.ts';
import type { MenuOption, ScriptNode } from '../script/script.ts';
import type { Language } from '../script/values.ts';
import type { Path } from '../source/tree.ts';

/** A prompt that is to say something else. */
export interface TextChange {
  readonly path: Path;
  /** The language whose text changes; nothing where the prompt has one text for all. */
  readonly language: Language | undefined;
  readonly before: string;
  readonly after: string;
}

/** What a field of a script can hold: as the script's value has it, times in seconds. */
export type FieldValue = string | number | boolean | object;

/**
 * One primitive change of a script, as data. Each has the paths and places of the script that the
 * changes before it leave, and says what it expects there, so that one made for another version shows.
 */
export type ScriptEdit =
  /** Other words in a prompt that is there. */
  | ({ readonly edit: 'text' } & TextChange)
  /** Another value for a field, a first one, or none. The path is that of what has the field. */
  | {
      readonly edit: 'field';
      readonly at: Path;
      readonly field: string;
      readonly before: FieldValue | undefined;
      readonly after: FieldValue | undefined;
    }
  /** A new option of a menu, to stand at a place from 0. */
  | {
      readonly edit: 'insert-option';
      readonly node: NodeId;
      readonly place: number;
      readonly option: MenuOption;
    }
  /** An option that goes to another menu; its key and words are changed apart. */
  | {
      readonly edit: 'move-option';
      readonly node: NodeId;
      readonly place: number;
      readonly key: string | undefined;
      readonly to: { readonly node: NodeId; readonly place: number };
    }
  | {
      readonly edit: 'remove-option';
      readonly node: NodeId;
      readonly place: number;
      readonly key: string | undefined;
    }
  /** For each place, the present place of the option that is to stand there. */
  | { readonly edit: 'reorder-options'; readonly node: NodeId; readonly order: readonly number[] }
  /** A new node, to be read behind another. */
  | {
      readonly edit: 'add-node';
      readonly id: NodeId;
      readonly node: ScriptNode;
      readonly behind: NodeId;
    }
  | { readonly edit: 'remove-node'; readonly id: NodeId };
