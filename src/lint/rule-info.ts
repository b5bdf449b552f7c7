import type { Severity } from '../source/finding.ts';
import { fixedChecks, type FixedCheck } from './fixed-checks.ts';
import type { Preset } from './presets.ts';
import { presetsOf, type MessageTemplate, type Rule, type Threshold } from './rule.ts';
import { rules } from './rules/index.ts';

/** All that is said about an id that a finding can have, as plain data. */
export interface RuleInfo {
  readonly id: string;
  readonly severity: Severity;
  /** One sentence, from the caller's side. */
  readonly summary: string;
  /** Where the rule or its thresholds come from. */
  readonly source: string;
  /** The presets that turn it on; none for checks that are always on. */
  readonly presets: readonly Preset[];
  readonly messages: readonly MessageTemplate[];
  readonly thresholds: readonly ({ readonly name: string } & Threshold)[];
}

function ofRule(rule: Rule): RuleInfo {
  return {
    id: rule.id,
    severity: rule.severity,
    summary: rule.summary,
    source: rule.source,
    presets: presetsOf(rule),
    messages: Object.values(rule.messages),
    thresholds: Object.entries(rule.thresholds ?? {}).map(([name, one]) => ({ name, ...one })),
  };
}

const sourceOf: Readonly<Record<FixedCheck['during'], string>> = {
  reading: "reading a file; always on, because what can't be read can't be checked",
  directory: 'reading a directory; always on',
};

/** Every rule, and every check that is always on, by id. */
export const ruleInfos: readonly RuleInfo[] = [
  ...rules.map(ofRule),
  ...fixedChecks.map(({ id, severity, summary, during }) => ({
    id,
    severity,
    summary,
    source: sourceOf[during],
    presets: [],
    messages: [],
    thresholds: [],
  })),
].sort((a, b) => (a.id < b.id ? -1 : 1));
