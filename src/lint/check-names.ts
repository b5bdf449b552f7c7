import { directoryChecks } from '../routing/directory-checks.ts';
import { rules } from './rules/index.ts';

/** What is found about suppressions themselves; docs/suppressing.md explains each. */
export const suppressionChecks = [
  'suppression-without-reason',
  'suppression-without-rule',
  'unknown-rule',
  'unknown-suppression',
  'unused-suppression',
] as const;
export type SuppressionCheck = (typeof suppressionChecks)[number];

/**
 * What tells that a file, or a part of it, couldn't be read. It can't be turned off, suppressed or
 * put into a baseline: what isn't read isn't checked.
 */
export const readingFindings: readonly string[] = [
  'duplicate-field',
  'invalid-name',
  'invalid-value',
  'missing-directory',
  'missing-field',
  'syntax',
  'unknown-field',
  'unknown-format',
  'unsupported-format',
];

/** Checks beside the rules that a configuration can set. */
export const otherChecks: readonly string[] = [
  ...new Set<string>([...directoryChecks, ...suppressionChecks]),
]
  .filter((id) => !rules.some((rule) => rule.id === id))
  .sort();

/** Everything that a suppression can name. */
export const suppressibleChecks: ReadonlySet<string> = new Set([
  ...rules.map((rule) => rule.id),
  ...directoryChecks,
]);

/** Everything that a configuration can set. */
export const configurableChecks: ReadonlySet<string> = new Set([
  ...rules.map((rule) => rule.id),
  ...otherChecks,
]);
