import type { FieldNotes } from '../script/describe-fields.ts';
import { otherChecks } from './check-names.ts';
import { rules } from './rules/index.ts';

/** What every field of a configuration is for: shown by editors. */
export const configFieldNotes: FieldNotes = {
  $schema: 'Where the schema of this file is, for editors.',
  'config.preset':
    'Rules that are on: recommended always, unless none is named. strict and the law profiles add theirs.',
  'config.rules': 'A severity for a rule, or off. A rule with thresholds takes those, too.',
  'config.overrides': 'Other settings for some files. If several fit a file, the last one counts.',
  'overrides.files':
    'Patterns for paths, seen from this file: *, **, ? and {a,b}. Without a slash: file names in any folder.',
  'overrides.rules': 'Settings for these files, on top of those above.',
  severity: 'How serious a finding is. off turns the rule off.',
  ...Object.fromEntries(otherChecks.map((id) => [`rules.${id}`, 'A check beside the rules.'])),
  ...Object.fromEntries(rules.map(({ id, summary }) => [`rules.${id}`, `Asks for: ${summary}.`])),
  ...Object.fromEntries(
    rules.flatMap(({ id, thresholds = {} }) =>
      Object.entries(thresholds).map(([name, { value, unit }]) => [
        `${id}.${name}`,
        `In ${unit}. Default: ${value}.`,
      ]),
    ),
  ),
};
