import { findingsOfError } from '../script/findings-of-error.ts';
import { readTree } from '../script/parse-script.ts';
import type { Finding } from '../source/finding.ts';
import { didYouMean } from '../source/nearest-name.ts';
import type { Source } from '../source/source.ts';
import { valueOf } from '../source/tree.ts';
import { configurableChecks, readingFindings } from './check-names.ts';
import type { LintConfig, RuleChoice, RuleChoices } from './config.ts';
import { configSchema, type WrittenChoices, type WrittenConfig } from './config-schema.ts';

/** What reading a configuration gave. Without one the findings say why. */
export interface ConfigReading {
  readonly config: LintConfig | undefined;
  readonly findings: readonly Finding[];
}

function choiceFrom(written: WrittenChoices[string]): RuleChoice {
  if (typeof written !== 'object') return { severity: written };
  const { severity, ...thresholds } = written;
  return { severity, thresholds: thresholds };
}

function choicesFrom(written: WrittenChoices = {}): RuleChoices {
  return new Map(Object.entries(written).map(([id, choice]) => [id, choiceFrom(choice)]));
}

function configFrom(written: WrittenConfig): LintConfig {
  const named = [written.preset ?? []].flat();
  const startsEmpty = named.includes('none');
  const added = named.filter((preset) => preset !== 'none');
  return {
    presets: [...new Set([...(startsEmpty ? [] : ['recommended' as const]), ...added])],
    rules: choicesFrom(written.rules),
    overrides: (written.overrides ?? []).map(({ files, rules }) => ({
      files: [files].flat(),
      rules: choicesFrom(rules),
    })),
  };
}

/** An unknown field below `rules` is a rule that doesn't exist: its finding says so. */
function namingRules(finding: Finding): Finding {
  const id = finding.data['field'];
  if (finding.ruleId !== 'unknown-field' || typeof id !== 'string') return finding;
  const path = finding.subject.split('/');
  if (path.at(-2) !== 'rules' || ![2, 4].includes(path.length)) return finding;
  const isReading = readingFindings.includes(id);
  return {
    ...finding,
    ruleId: 'unknown-rule',
    message: isReading
      ? `"${id}" can't be set: a file that can't be read can't be checked.`
      : `There is no rule "${id}".${didYouMean(id, configurableChecks)}`,
    help: isReading ? 'Remove it.' : 'Correct its name, or remove it.',
  };
}

/** Reads a configuration (YAML or JSON). Everything that is wrong is a finding at its place. */
export function parseConfig(source: Source): ConfigReading {
  const { tree, findings } = readTree(source);
  if (tree === undefined) return { config: undefined, findings };
  // A file of comments alone says nothing, as an empty one.
  const value = valueOf(tree) ?? {};
  const result = configSchema.safeParse(value);
  if (result.success && findings.length === 0)
    return { config: configFrom(result.data), findings: [] };
  const wrong = findingsOfError(source, tree, configSchema, result.error);
  return { config: undefined, findings: [...findings, ...wrong.map(namingRules)] };
}
