import type { Severity } from '../source/finding.ts';

/** A check that is no rule of its own: part of reading or writing a file, a directory, or a suppression. */
export interface FixedCheck {
  readonly id: string;
  readonly severity: Severity;
  /** What is asked of the file, in one sentence. */
  readonly summary: string;
  /** What it is part of. */
  readonly of: 'reading' | 'directory' | 'suppression' | 'export';
}

type Checks = Readonly<Record<string, readonly [Severity, string]>>;

const reading = {
  'duplicate-field': ['error', 'no field is written twice in one place'],
  'invalid-name': ['error', 'names are lower-case letters, digits and hyphens, a letter first'],
  'invalid-value': ['error', 'every field has a value that is allowed there'],
  'missing-directory': ['error', 'the directory that a menu names can be read'],
  'missing-field': ['error', 'every required field is there'],
  syntax: ['error', 'the file is well-formed YAML or JSON'],
  'unknown-field': ['error', 'every field is one that ivrkit knows'],
  'unknown-format': ['error', 'the file is a menu or a directory'],
  'unsupported-format': ['error', 'the file is of a format that can be imported'],
} as const satisfies Checks;

const directory = {
  'cut-at-midnight': ['warning', 'hours past midnight go on after an exception ends'],
  'deprecated-zone': ['warning', 'time zones are written by their current names'],
  'emergency-on': ['warning', 'no emergency switch is left on'],
  'empty-hours': ['warning', 'every calendar is open at some time'],
  'impossible-hours': ['warning', 'every part of the hours can apply'],
  'invalid-hours': ['error', 'hours are written in the opening_hours syntax'],
  'invalid-number': ['error', 'outside numbers are written in international form'],
  'odd-billing': ['warning', 'the terms of a vendor are plausible'],
  'overflow-closed': ['warning', 'queues overflow into queues that are open when they are'],
  'overflow-loop': ['warning', 'queues that overflow into each other also lead out'],
  'overflow-order': ['warning', 'the steps of an overflow chain are in the order of their waits'],
  'overlapping-exceptions': ['warning', 'each day belongs to one exception at most'],
  'overlapping-hours': ['warning', 'the hours of a day don’t overlap'],
  'past-exception': ['info', 'exceptions are still to come'],
  'queue-without-calendar': ['warning', 'every queue says when it is open'],
  'region-needed': ['error', "a region is named where a country's holidays differ by region"],
  'repeated-entry': ['warning', 'no name is listed twice'],
  'staffing-gap': ['warning', 'somebody is there whenever a queue is open'],
  'unasked-staffing': [
    'warning',
    'people are staffed for skills and languages that queues ask for',
  ],
  'unclear-hours': ['warning', 'hours can be read in one way only'],
  'unknown-country': ['error', 'public holidays of the country are known'],
  'unknown-region': ['warning', 'public holidays of the region are known'],
  'unknown-site': ['error', 'every site that a queue names is in the directory'],
  'unknown-vendor': ['error', 'every vendor that a site names is in the directory'],
  'unknown-zone': ['error', 'time zones are those of the IANA database'],
  'unstaffed-queue': ['warning', 'somebody is staffed for every queue'],
} as const satisfies Checks;

const suppression = {
  'stale-baseline': ['error', 'a baseline lists nothing that is already fixed'],
  'suppression-without-reason': ['error', 'a suppression says why'],
  'suppression-without-rule': ['error', 'a suppression names the rules that it turns off'],
  'unknown-rule': ['warning', 'a suppression names rules that exist'],
  'unknown-suppression': ['error', 'a comment that looks like a suppression is one'],
  'unused-suppression': ['warning', 'a suppression hides something'],
} as const satisfies Checks;

const exporting = {
  'exported-otherwise': [
    'info',
    'callers notice no difference in what another format makes of a menu',
  ],
  'not-exported': ['warning', 'another format can say what the menu says'],
  'unused-name': ['warning', 'the menu uses every name of the table'],
} as const satisfies Checks;

const checksOf = (checks: Checks, of: FixedCheck['of']): readonly FixedCheck[] =>
  Object.entries(checks).map(([id, [severity, summary]]) => ({ id, severity, summary, of }));

/** What can be found beside the rules, by id. */
export const fixedChecks: readonly FixedCheck[] = [
  ...checksOf(reading, 'reading'),
  ...checksOf(directory, 'directory'),
  ...checksOf(suppression, 'suppression'),
  ...checksOf(exporting, 'export'),
].sort((a, b) => (a.id < b.id ? -1 : 1));
