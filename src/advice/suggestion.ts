import type { NodeId } from '../script/names.ts';
import type { Language } from '../script/values.ts';
import type { Path } from '../source/tree.ts';
import type { Calibration } from './calibration.ts';
import type { CallerTime } from './caller-time.ts';

/** Where an option stands and how it is chosen. */
export interface OptionPlace {
  /** From 1, in the order in which it is said. */
  readonly place: number;
  readonly key: string;
}

/** An option that gets another place. */
export interface OptionMove {
  /** Its position in the script before the change, from 0. */
  readonly option: number;
  /** What people call it: its title, its reason, or where it leads. */
  readonly label: string;
  readonly from: OptionPlace;
  readonly to: OptionPlace;
}

/** A prompt that is to say something else. The path is that of the prompt before the change. */
export interface TextChange {
  readonly path: Path;
  /** The language whose text changes; nothing where the prompt has one text for all. */
  readonly language: Language | undefined;
  readonly before: string;
  readonly after: string;
}

/** A prompt that a person must look after. */
export interface PromptByHand {
  readonly path: Path;
  /**
   * `recording`: it must be recorded again; `may-name-keys`: a recording or text whose words aren't
   * known here; `unclear`: its text names keys in a way that can't be rewritten with certainty.
   */
  readonly why: 'recording' | 'may-name-keys' | 'unclear';
}

/** Another reading order for the options of a menu, keys and prompts with it. */
export interface ReorderChange {
  /** In one line, for people: each moved option with its old and new key. */
  readonly summary: string;
  /** For each place, the present position of the option that is to stand there, from 0. */
  readonly order: readonly number[];
  readonly moves: readonly OptionMove[];
  readonly texts: readonly TextChange[];
  readonly byHand: readonly PromptByHand[];
}

/** What a change saves, under the caller-time model. Seconds a call are over all calls of the log. */
export interface Saving {
  readonly seconds: number;
  /** The 95 % interval of what chance could make of it; no other doubt is in it. */
  readonly low: number;
  readonly high: number;
  /** Seconds for each visit to this menu. */
  readonly perVisit: number;
  /** Shares of those who chose: they wait less, more, or as long as before. */
  readonly better: number;
  readonly worse: number;
  readonly unchanged: number;
  /** The saving were it otherwise than the model assumes. */
  readonly sensitivity: readonly { readonly assumption: string; readonly seconds: number }[];
  /** The saving if those who chose nothing had all wanted what gains least, or most. */
  readonly unknownChoices: {
    readonly share: number;
    readonly least: number;
    readonly most: number;
  };
}

/**
 * `supported`: the interval lies above zero. `too few calls`: it doesn't, or fewer than 30 calls chose
 * here. `depends on assumptions`: under another reasonable assumption nothing is saved.
 */
export type Verdict = 'supported' | 'too few calls' | 'depends on assumptions';

/** A change to one menu that shortens calls, with its evidence. */
export interface Suggestion {
  readonly kind: 'reorder';
  readonly node: NodeId;
  readonly change: ReorderChange;
  readonly saving: Saving;
  /** Calls that came to this menu. */
  readonly calls: number;
  /** Whose wait grows most, and by how many seconds. */
  readonly worstHit: { readonly label: string; readonly seconds: number } | undefined;
  /** Choices whose key changes, as a share of all choices here: callers who know it by heart. */
  readonly changedKeyShare: number;
  /** True when no other order that keeps the pinned places is better. */
  readonly optimal: boolean;
  readonly verdict: Verdict;
  /** Calls to this menu that would settle it, for `too few calls`. */
  readonly callsNeeded: number | undefined;
}

/** Why nothing is suggested where something could be expected. */
export interface AdviceNote {
  readonly reason:
    | 'no-calls'
    | 'log-does-not-fit'
    | 'no-barge-in'
    | 'protected-menu'
    | 'same-key-twice'
    | 'unknown-length'
    | 'not-said-here'
    | 'one-recording'
    | 'one-text'
    | 'unknown-choices';
  readonly node: NodeId | undefined;
  readonly message: string;
}

/** What to change in a menu, by what it saves, largest first. */
export interface Advice {
  readonly current: CallerTime;
  readonly suggestions: readonly Suggestion[];
  /** With all suggestions followed, under the same demand. */
  readonly after: CallerTime;
  readonly notes: readonly AdviceNote[];
  /** What the figures of the model were measured by; nothing where they are the usual ones. */
  readonly calibration?: Calibration | undefined;
}
