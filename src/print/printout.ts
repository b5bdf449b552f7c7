import type { NodeId } from '../script/names.ts';
import type { NodeKind, Trigger } from '../script/vocabulary.ts';
import type { Language } from '../script/values.ts';

/** What callers of one language hear, and how long they listen. */
export interface Spoken {
  readonly language: Language;
  /** The language of the words: another than the caller's where there is only one text for all. */
  readonly tongue: Language;
  /** Without speech markup; nothing where the words aren't known. */
  readonly text: string | undefined;
  readonly recording: string | undefined;
  /** Seconds; 0 where nothing tells how long it takes. */
  readonly seconds: number;
  readonly basis: 'recording' | 'text' | 'unknown';
}

/** One thing that is said, once for each printed language. */
export type Said = readonly Spoken[];

/** Where a way leads: to a section by its number, again, back, to a name that isn't there, or nowhere. */
export type Reference =
  | {
      readonly to: 'section';
      readonly number: number;
      readonly name: string;
      /** True for a section that was printed before, or is the one that it stands in. */
      readonly isEarlier: boolean;
    }
  | { readonly to: 'again' | 'back' | 'nowhere' }
  | { readonly to: 'missing'; readonly name: string };

/** A way out of a section: an option of a menu with its words, or what is decided without any. */
export interface PrintedWay {
  /** `3.2` */
  readonly number: string;
  /** The key, or nothing for what needs none. */
  readonly key: string | undefined;
  /** What the option is called, what is said to choose it, or the case that it is taken in. */
  readonly label: string;
  readonly says: Said | undefined;
  /** For each language the second by which it has been said; nothing where that isn't known. */
  readonly saidBy: readonly (number | undefined)[];
  readonly leads: Reference;
}

/** What a reader is told of a node besides what is said, in plain words. */
export type Fact = string;

/** One node of the script, as its callers meet it. */
export interface PrintedSection {
  readonly number: number;
  readonly id: NodeId;
  readonly title: string;
  readonly kind: NodeKind;
  readonly says: Said | undefined;
  readonly facts: readonly Fact[];
  readonly ways: readonly PrintedWay[];
  /** For each language the seconds until everything has been said; whether all of them are known. */
  readonly seconds: readonly { readonly seconds: number; readonly isKnown: boolean }[];
  /** The error paths that begin here: `E3`. */
  readonly errors: readonly string[];
}

/** What happens where a call doesn't go as it should; the same for all sections that it names. */
export interface PrintedError {
  /** `E3` */
  readonly number: string;
  readonly trigger: Extract<
    Trigger,
    'noInput' | 'noMatch' | 'failure' | 'closed' | 'overflow' | 'error'
  >;
  readonly sections: readonly number[];
  readonly facts: readonly Fact[];
  readonly says: Said | undefined;
  readonly leads: Reference;
}

/** When a queue, a calendar or an outside number takes calls. */
export interface PrintedHours {
  readonly name: string;
  readonly title: string | undefined;
  readonly facts: readonly Fact[];
  readonly sections: readonly number[];
}

/** Where calls come in. */
export interface PrintedEntry {
  readonly title: string | undefined;
  readonly number: string | undefined;
  readonly language: Language | undefined;
  readonly leads: Reference;
}

/** A menu as its callers hear it, on paper. Every node of the script is a section exactly once. */
export interface Printout {
  readonly id: string;
  readonly title: string;
  readonly version: string | undefined;
  readonly languages: readonly Language[];
  readonly entries: readonly PrintedEntry[];
  /** What calls come to, in reading order. */
  readonly sections: readonly PrintedSection[];
  /** What no call comes to. */
  readonly unreached: readonly PrintedSection[];
  readonly errors: readonly PrintedError[];
  readonly hours: readonly PrintedHours[];
}
