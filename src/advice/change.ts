import type { NodeId } from '../script/names.ts';
import type { Path } from '../source/tree.ts';
import type { ScriptEdit, TextChange } from './script-edit.ts';

/** Everything that can be suggested, in the order in which kinds are told. */
export const changeKinds = [
  'reorder',
  'promote',
  'move',
  'duplicate',
  'flatten',
  'skip-level',
  'merge',
  'group',
  'prune',
  'shorten',
  'drop-filler',
  'time-out',
  'wait-offer',
  'skip-question',
  'agent-key',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** Where an option stands and how it is chosen. */
export interface OptionPlace {
  readonly menu: NodeId;
  /** From 1, in the order in which it is said. */
  readonly place: number;
  readonly key: string;
}

/** An option that gets another place or another key. */
export interface OptionMove {
  /** Its position in its menu before the change, from 0. */
  readonly option: number;
  /** What people call it: its title, its reason, or where it leads. */
  readonly label: string;
  readonly from: OptionPlace;
  readonly to: OptionPlace;
}

/** Something that a person must do or judge. */
export interface WorkByHand {
  /** The prompt that it is about, before the change. */
  readonly path: Path;
  /**
   * `recording`: it must be recorded again; `may-name-keys`: a recording or text whose words aren't
   * known here; `unclear`: its text names keys in a way that can't be rewritten with certainty;
   * `names-options`: it speaks of the keys of a menu that has other options now; `other-place`: a label
   * that callers now hear among others; `other-words`: words that were written by rule; `record-new`: a
   * prompt that isn't there yet.
   */
  readonly why:
    | 'recording'
    | 'may-name-keys'
    | 'unclear'
    | 'names-options'
    | 'other-place'
    | 'other-words'
    | 'record-new';
}

/** What a change is about, by its kind: enough to say it in words. */
export type ChangeAbout =
  | { readonly kind: 'reorder'; readonly menu: NodeId; readonly order: readonly number[] }
  | {
      readonly kind: 'promote' | 'move' | 'duplicate';
      readonly label: string;
      readonly menu: NodeId;
      readonly to: NodeId;
    }
  | {
      readonly kind: 'flatten' | 'skip-level';
      readonly label: string;
      readonly menu: NodeId;
      readonly into: NodeId;
    }
  | {
      readonly kind: 'merge';
      readonly labels: readonly [string, string];
      readonly menu: NodeId;
    }
  | {
      readonly kind: 'group';
      readonly labels: readonly string[];
      readonly menu: NodeId;
      readonly into: NodeId;
    }
  | { readonly kind: 'prune'; readonly label: string; readonly menu: NodeId }
  | { readonly kind: 'shorten' | 'drop-filler'; readonly node: NodeId }
  | {
      readonly kind: 'time-out';
      readonly node: NodeId;
      /** Seconds that are waited for a key. */
      readonly from: number;
      readonly to: number;
    }
  | {
      readonly kind: 'wait-offer';
      readonly queue: NodeId;
      readonly offer: 'callback' | 'self-service';
    }
  | {
      readonly kind: 'skip-question';
      readonly node: NodeId;
      readonly known: 'language' | 'identity';
    }
  | {
      readonly kind: 'agent-key';
      readonly menu: NodeId;
      readonly key: string;
      readonly to: NodeId;
    };

/** A change of a script that people can follow, judge and make. */
export interface Change {
  readonly about: ChangeAbout;
  /** In one line, for people: what changes, with keys or words before and after. */
  readonly summary: string;
  /** What is done, one after the other. */
  readonly edits: readonly ScriptEdit[];
  readonly moves: readonly OptionMove[];
  readonly byHand: readonly WorkByHand[];
}

/** The words that a change writes anew. */
export function textsOfChange({ edits }: Pick<Change, 'edits'>): readonly TextChange[] {
  return edits.flatMap((edit) =>
    edit.edit === 'text'
      ? [{ path: edit.path, language: edit.language, before: edit.before, after: edit.after }]
      : [],
  );
}
