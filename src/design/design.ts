import type { LowerBound } from '../optimise/lower-bound.ts';
import type { Language } from '../script/values.ts';
import type { DesignModel } from './design-options.ts';
import type { WantedReason } from './wanted-reason.ts';

/** What an option is called and says in a language. */
export interface OptionWords {
  readonly language: Language;
  readonly label: string;
  /** The words of the option, key included. */
  readonly text: string;
}

interface OptionFacts {
  readonly key: string;
  /** In all languages, the first of them first. */
  readonly words: readonly OptionWords[];
  /** Calls that choose it. */
  readonly calls: number;
  /** Mean seconds from the beginning of the first menu until this option has been chosen. */
  readonly seconds: number;
}

/** An option that leads to what callers want, or to a menu. */
export type DesignedOption =
  | (OptionFacts & { readonly leadsTo: 'reason'; readonly reason: WantedReason })
  | (OptionFacts & { readonly leadsTo: 'menu'; readonly menu: DesignedMenu });

/** A menu, its options in the order in which they are said. */
export interface DesignedMenu {
  readonly options: readonly DesignedOption[];
}

/** The best menu that was found for a table of contact reasons. */
export interface Design {
  readonly title: string | undefined;
  readonly languages: readonly Language[];
  readonly menu: DesignedMenu;
  /** How callers reach a person: said last in every menu. */
  readonly person: { readonly key: string; readonly words: readonly OptionWords[] };
  /** Reasons with no option of their own: their callers ask for a person in the first menu. */
  readonly leftOut: readonly WantedReason[];
  /** All calls, those with no option of their own among them. */
  readonly calls: number;
  /** Mean seconds of listening and pressing in menus, over all calls. */
  readonly secondsPerCall: number;
  /** What no menu within the same limits and figures can be below, in seconds a call. */
  readonly bound: number;
  /** One for each language: what the bound rests on. */
  readonly bounds: readonly LowerBound[];
  /** True where it is proved that none takes less. */
  readonly isOptimal: boolean;
  readonly model: DesignModel;
  readonly width: number;
  /** Nothing where it isn't limited. */
  readonly depth: number | undefined;
  /** Whether the reasons are offered in the order of the table. */
  readonly keepsOrder: boolean;
  /** Whether reasons of different groups may share a menu behind the first. */
  readonly groups: 'any' | 'kept';
}
