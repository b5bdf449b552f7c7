import { comparePlaces, type Place } from './source.ts';
import type { Fix } from './tree-edit.ts';

/** How much a finding matters, worst first. */
export const severities = ['error', 'warning', 'info'] as const;
export type Severity = (typeof severities)[number];

/** Another place that a finding needs to be understood. */
export interface RelatedPlace {
  readonly message: string;
  readonly at: Place;
}

/** The facts behind a message, for programs; the message is made from them. */
export type FindingData = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** Something that is wrong in a document of the user's, and where. */
export interface Finding {
  readonly ruleId: string;
  readonly severity: Severity;
  /** What a caller would experience, in one sentence. */
  readonly message: string;
  readonly data: FindingData;
  /** The way in the document to what the finding is about; stays when lines move. */
  readonly subject: string;
  readonly at: Place;
  readonly related: readonly RelatedPlace[];
  /** What to do about it. */
  readonly help: string;
  /** What `ivr lint --fix` does about it, where that is safe; only in native YAML and JSON. */
  readonly fix?: Fix | undefined;
  /** True where the text at the place is a secret: reports name the place and never quote it. */
  readonly confidential?: boolean;
}

/** Orders findings by place, then rule, then message, so that a run is the same every time. */
export function compareFindings(a: Finding, b: Finding): number {
  const byPlace = comparePlaces(a.at, b.at);
  if (byPlace !== 0) return byPlace;
  if (a.ruleId !== b.ruleId) return a.ruleId < b.ruleId ? -1 : 1;
  return a.message < b.message ? -1 : a.message > b.message ? 1 : 0;
}
