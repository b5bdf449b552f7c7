import type { Severity } from '../source/finding.ts';

/** A check that is part of reading a file: always on, and without options. */
export interface FixedCheck {
  readonly id: string;
  readonly severity: Severity;
  /** What is asked of the file, in one sentence. */
  readonly summary: string;
  /** What is read when it is checked. */
  readonly during: 'reading' | 'directory';
}

const reading = {
  'duplicate-field': 'no field is written twice in one place',
  'invalid-name': 'names are lower-case letters, digits and hyphens, a letter first',
  'invalid-value': 'every field has a value that it can have',
  'missing-directory': 'the directory that a menu names can be read',
  'missing-field': 'every field that has to be there is there',
  syntax: 'the file is well-formed YAML or JSON',
  'unknown-field': 'every field is one that ivrkit knows',
  'unknown-format': 'the file is a menu or a directory',
  'unsupported-format': 'the file is of a format that can be imported',
} as const;

const directory = {
  'cut-at-midnight': ['warning', 'hours past midnight go on after an exception ends'],
  'deprecated-zone': ['warning', 'time zones are written by their current names'],
  'empty-hours': ['warning', 'every calendar is open at some time'],
  'impossible-hours': ['warning', 'every part of the hours can come true'],
  'invalid-hours': ['error', 'hours are written in the opening_hours syntax'],
  'invalid-number': ['error', 'outside numbers are written in international form'],
  'overflow-loop': ['warning', 'queues that overflow into each other also lead out'],
  'overflow-order': ['warning', 'the steps of an overflow chain stand in the order of their waits'],
  'overlapping-exceptions': ['warning', 'each day belongs to one exception at most'],
  'queue-without-calendar': ['warning', 'every queue says when it is open'],
  'region-needed': ['error', 'a country whose holidays differ by region has a region'],
  'repeated-entry': ['warning', 'no name stands twice in one list'],
  'unasked-staffing': [
    'warning',
    'people are staffed for skills and languages that queues ask for',
  ],
  'unclear-hours': ['warning', 'hours can be read in one way only'],
  'unknown-country': ['error', 'public holidays of the country are known'],
  'unknown-region': ['warning', 'public holidays of the region are known'],
  'unknown-zone': ['error', 'time zones are those of the IANA database'],
  'unstaffed-queue': ['warning', 'somebody is staffed for every queue'],
} as const satisfies Readonly<Record<string, readonly [Severity, string]>>;

/** What reading a menu or a directory can find beside the rules, by id. */
export const fixedChecks: readonly FixedCheck[] = [
  ...Object.entries(reading).map(([id, summary]): FixedCheck => ({
    id,
    severity: 'error',
    summary,
    during: 'reading',
  })),
  ...Object.entries(directory).map(([id, [severity, summary]]): FixedCheck => ({
    id,
    severity,
    summary,
    during: 'directory',
  })),
].sort((a, b) => (a.id < b.id ? -1 : 1));
