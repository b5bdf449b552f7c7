import type { Severity } from '../source/finding.ts';
import { fixedChecks, type FixedCheck } from './fixed-checks.ts';
import type { Preset } from './presets.ts';
import { presetsOf, type MessageTemplate, type Rule, type Threshold } from './rule.ts';
import { rules } from './rules/index.ts';

/** All that is said about an id that a finding can have, as plain data. */
export interface RuleInfo {
  readonly id: string;
  /** A rule of presets, or a check that is part of something else. */
  readonly of: 'rule' | FixedCheck['of'];
  readonly severity: Severity;
  /** One sentence, from the caller's side. */
  readonly summary: string;
  /** Where the rule or its thresholds come from. */
  readonly source: string;
  /** The presets that turn it on; none for what is no rule, which is on unless turned off. */
  readonly presets: readonly Preset[];
  readonly messages: readonly MessageTemplate[];
  readonly thresholds: readonly ({ readonly name: string } & Threshold)[];
}

function ofRule(rule: Rule): RuleInfo {
  return {
    id: rule.id,
    of: 'rule',
    severity: rule.severity,
    summary: rule.summary,
    source: rule.source,
    presets: presetsOf(rule),
    messages: Object.values(rule.messages),
    thresholds: Object.entries(rule.thresholds ?? {}).map(([name, one]) => ({ name, ...one })),
  };
}

const sourceOf: Readonly<Record<FixedCheck['of'], string>> = {
  reading: "it is part of reading a file, and can't be turned off: what isn't read isn't checked",
  directory: 'it is part of checking a directory',
  suppression: 'it is part of checking what hides findings: comments and the baseline',
  export: 'it is part of writing a menu in another format',
};

/** Every rule, and every other check, by id. */
export const ruleInfos: readonly RuleInfo[] = [
  ...rules.map(ofRule),
  ...fixedChecks.map((check) => ({
    ...check,
    source: sourceOf[check.of],
    presets: [],
    messages: [],
    thresholds: [],
  })),
].sort((a, b) => (a.id < b.id ? -1 : 1));
