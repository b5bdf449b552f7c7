import type { Drill } from '../routing/drill.ts';
import type { CalendarId, NodeId, QueueId } from '../script/names.ts';
import type { Language } from '../script/values.ts';
import type { Path } from '../source/tree.ts';
import type { Action } from '../walk/action.ts';
import type { Reason } from './reason.ts';
import type { Assumption } from './routes.ts';
import type { Facts } from './spot.ts';

/** What is taken to be so in a counter-example, beside what the files say. */
export interface Assuming {
  /** Calendars whose emergency switch is taken to be on. */
  readonly emergency: readonly CalendarId[];
  /** Attributes and results that are taken to be known of the caller; empty for any that no case names. */
  readonly known: Facts;
  /** States of calendars that the directory doesn't have. */
  readonly calendars: Facts;
}

/** Callers who pass a check of the hours and come too late. */
export interface LastMinuteFacts {
  /** The longest time in seconds from a change of the hours to where the call ends badly. */
  readonly window: number;
  /** How often hours change so in the time of the proof. */
  readonly boundaries: number;
}

/** A call that ends badly. One for each root cause: a reason at a node. */
export interface CounterExample {
  readonly reason: Reason;
  /** What happens to the caller, in one sentence. */
  readonly message: string;
  readonly node: NodeId;
  readonly queue?: QueueId | undefined;
  /** The name of an outside number. */
  readonly number?: string | undefined;
  readonly language: Language;
  /** The entry that is dialled, by its position in the script from 0. */
  readonly entry: number;
  /** When the call begins, as ISO 8601 with the distance from UTC, and whose clock that is. */
  readonly at: string;
  readonly zone: string;
  /** What the caller does: keys, and words such as `silence`, as `ivr call --keys` takes them. */
  readonly keys: readonly string[];
  /** Everything that happens, as the step function takes it. */
  readonly actions: readonly Action[];
  /** Hours in which callers can come to this end, in the time of the proof. */
  readonly hours: number;
  readonly hoursPerYear: number;
  /** In how many of the worlds; for last-minute callers, at how many kinds of changes. */
  readonly worlds: number;
  readonly lastMinute: LastMinuteFacts | undefined;
  readonly assuming: Assuming;
  /** Whether the very call, with the clock running, ends so. */
  readonly replays: boolean;
  /** The way to the node in the script. */
  readonly path: Path;
}

/** Something that is no bad end, and still worth a look. */
export interface Remark {
  readonly kind: 'wait-without-announcement';
  readonly node: NodeId;
  readonly message: string;
}

/** A world, and how long it lasts. */
export interface ProvedWorld {
  readonly hours: number;
  /** Its first moment, as ISO 8601 in the directory's zone. */
  readonly first: string;
  readonly calendars: Readonly<Record<string, string>>;
  /** Positions of the staffing entries whose people work. */
  readonly working: readonly number[];
}

/** What was gone through, value by value. */
export interface Enumerated {
  readonly entries: number;
  readonly languages: readonly Language[];
  /** Values of attributes and results; the empty text stands for any other. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** Emergency switches that were turned on, one at a time and all. */
  readonly emergencies: readonly CalendarId[];
}

/**
 * Whether every caller gets somewhere at every hour. `holds` is `unknown` where that depends on what
 * can't be known; counter-examples are certain, those under `possible` are not.
 */
export interface Proof {
  readonly holds: boolean | 'unknown';
  readonly from: string;
  readonly to: string;
  readonly zone: string;
  readonly drills: readonly Drill[];
  readonly worlds: readonly ProvedWorld[];
  /** Different situations of a call that were looked at. */
  readonly states: number;
  /** Ways from an entry to an end, those that go round cut where they do. */
  readonly pathsCovered: bigint;
  readonly counterExamples: readonly CounterExample[];
  readonly possible: readonly CounterExample[];
  readonly remarks: readonly Remark[];
  readonly enumerated: Enumerated;
  readonly assumed: readonly Assumption[];
  /** Nodes behind which nothing was looked at, because there was too much. */
  readonly uncovered: readonly NodeId[];
}
