import type { NodeKind, Trigger } from '../script/vocabulary.ts';
import type { CoverageState } from '../insight/week-coverage.ts';
import type { Language } from '../script/values.ts';
import type { Severity } from '../source/finding.ts';
import type { OfferedSign } from './week/week-words.ts';

export type CardKind = NodeKind | 'start';

export interface Sentences {
  readonly calls: (count: string) => string;
  readonly lost: (share: string) => string;
  readonly finding: (number: number, severity: string, message: string) => string;
  readonly leadsTo: (condition: string, title: string) => string;
  readonly goesBack: (condition: string, title: string) => string;
  readonly more: (condition: string, title: string, count: number) => string;
  readonly repeats: (condition: string) => string;
  readonly loose: (condition: string, reason: string) => string;
  readonly wire: (condition: string, from: string, to: string) => string;
  readonly enter: (count: string) => string;
  readonly worst: (title: string, count: string) => string;
}

/** Words of a week of opening hours. Moments are on its own clock, as `Saturday 13:00`. */
export interface WeekWords {
  /** What the picture is called, for screen readers. */
  readonly diagram: string;
  /** From Monday on. */
  readonly days: readonly string[];
  readonly shortDays: readonly string[];
  /** What a stretch of the week is called, in the legend and for screen readers. */
  readonly states: Readonly<Record<CoverageState, string>>;
  readonly offered: Readonly<Record<OfferedSign, string>>;
  readonly title: (menu: string) => string;
  readonly span: (from: string, until: string, zone: string) => string;
  readonly end: string;
  readonly nowhere: string;
  readonly stretch: (what: string, from: string, until: string) => string;
  /** A destination that is offered for so many hours while it takes no calls, and the last branch before. */
  readonly offers: (
    name: string,
    hours: string,
    moment: string,
    branch: string | undefined,
  ) => string;
  readonly more: (count: number) => string;
  readonly destinations: (count: number, from: string, until: string, zone: string) => string;
  readonly unstaffed: (count: number, names: string) => string;
  readonly offeredClosed: (count: number, names: string) => string;
}

/** All words that a drawing adds to the author's own. */
export interface Words {
  readonly language: Language;
  /** How numbers are written. */
  readonly marks: { readonly thousands: string; readonly point: string };
  readonly kinds: Readonly<Record<CardKind, string>>;
  readonly triggers: Readonly<Record<Trigger, string>>;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly incomingCall: string;
  readonly numbers: (count: number) => string;
  readonly options: (count: number) => string;
  readonly digits: (least: number | undefined, most: number | undefined) => string;
  readonly endsWith: (key: string) => string;
  readonly selfService: string;
  readonly by: Readonly<
    Record<
      | 'language'
      | 'share'
      | 'calendar'
      | 'attribute'
      | 'emergency'
      | 'queueStatus'
      | 'result'
      | 'loop',
      (name: string) => string
    >
  >;
  readonly recordsUpTo: (time: string) => string;
  readonly offers: Readonly<Record<'callback' | 'self-service' | 'voicemail', string>>;
  readonly repeat: string;
  readonly previousMenu: string;
  readonly asksAgain: Readonly<Record<'noInput' | 'noMatch', string>>;
  readonly otherwise: string;
  readonly afterTries: (count: number) => string;
  readonly after: (time: string) => string;
  readonly nowhere: string;
  readonly noSuchStep: (name: string) => string;
  readonly noMenuBefore: string;
  readonly sharedDestinations: string;
  readonly notReached: string;
  readonly findings: string;
  readonly onPage: (page: number) => string;
  readonly pageOf: (page: number, pages: number) => string;
  /** What a sheet doesn't show. */
  readonly left: {
    readonly around: (title: string, count: number) => string;
    readonly otherWays: (title: string, from: readonly string[]) => string;
    readonly beyond: (count: number, columns: number) => string;
    readonly below: (share: string, titles: readonly string[]) => string;
  };
  /** Words of the icicle. */
  readonly icicle: {
    readonly diagram: string;
    readonly way: string;
    readonly ofCalls: (calls: string) => string;
    readonly ofSteps: string;
    readonly cut: (columns: number) => string;
    readonly steps: (count: number) => string;
    readonly others: (count: number) => string;
  };
  /** Words of a drawing of what changed. */
  readonly changes: {
    readonly added: string;
    readonly removed: string;
    readonly changed: string;
    /** For an option that has another key now. */
    readonly moved: string;
    readonly count: (differences: number) => string;
  };
  readonly counts: (steps: number, connections: number) => string;
  readonly heatCaption: (calls: string) => string;
  readonly legend: Readonly<
    Record<
      | 'solid'
      | 'closed'
      | 'noInput'
      | 'trouble'
      | 'jump'
      | 'repeat'
      | 'back'
      | 'more'
      | 'loose'
      | 'drop'
      | 'stranded',
      string
    >
  >;
  readonly ofCalls: (range: string) => string;
  readonly week: WeekWords;
  /** What the whole and a line of it are called, for screen readers. */
  readonly diagram: string;
  readonly connection: string;
  /** Whole sentences for readers who don't see the picture; those with a condition lack their stop. */
  readonly sentences: Sentences;
}
