import { buildCallFlow } from '../flow/build-call-flow.ts';
import type { Directory } from '../routing/directory.ts';
import type { ScriptDocument } from '../script/script-document.ts';
import type { Path } from '../source/tree.ts';
import {
  compareFindings,
  type Finding,
  type FindingData,
  type Severity,
} from '../source/finding.ts';
import { presetsOf, type Problem, type Rule } from './rule.ts';
import { rules as allRules } from './rules/index.ts';

function filled(template: string, data: FindingData): string {
  return template.replace(/\{([a-zA-Z]+)\}/g, (_, name: string) => {
    const value = data[name];
    return Array.isArray(value) ? value.join(', ') : String(value ?? '');
  });
}

/** A rule as it is to be run: switched to another severity, or with other thresholds. */
export interface RuleSetting {
  readonly rule: Rule;
  readonly severity?: Severity | undefined;
  readonly thresholds?: Readonly<Record<string, number>> | undefined;
}

/** The rules of the presets that hold where nothing is configured. */
export const recommendedRules: readonly RuleSetting[] = allRules
  .filter((rule) => presetsOf(rule).includes('recommended'))
  .map((rule) => ({ rule }));

type Thresholds = Readonly<Record<string, number>>;

/** A setting holds for all files of a run, so that its numbers are put together once. */
const known = new WeakMap<RuleSetting, Thresholds>();

const noThresholds: Thresholds = {};

function thresholdsOf(setting: RuleSetting): Thresholds {
  if (setting.rule.thresholds === undefined) return noThresholds;
  const before = known.get(setting);
  if (before !== undefined) return before;
  const { rule, thresholds = {} } = setting;
  const own = Object.entries(rule.thresholds ?? {});
  const inForce = Object.fromEntries(
    own.map(([name, { value }]) => [name, thresholds[name] ?? value]),
  );
  known.set(setting, inForce);
  return inForce;
}

/** What a script is checked against. */
export interface LintOptions {
  readonly directory?: Directory | undefined;
  /** The rules to run; the recommended ones where nothing is said. */
  readonly rules?: readonly RuleSetting[];
}

/** A problem as a finding: its words filled in, its places looked up. */
function findingOf(
  { places, format }: ScriptDocument,
  setting: RuleSetting,
  problem: Problem<string>,
): Finding {
  const { rule } = setting;
  const { message, data = {}, at, aim, related = [], severity = rule.severity } = problem;
  const { fix, confidential } = problem;
  const template = rule.messages[message];
  if (template === undefined) throw new Error(`rule ${rule.id} has no message "${message}"`);
  return {
    ruleId: rule.id,
    severity: setting.severity ?? severity,
    message: filled(template.says, data),
    data,
    subject: at.join('/'),
    at: places.at(at, aim),
    related: related.map((other) => ({
      message: other.message,
      at: places.at(other.at, other.aim),
    })),
    help: filled(template.help, data),
    ...(fix === undefined || format !== 'native' ? {} : { fix }),
    ...(confidential === undefined ? {} : { confidential }),
  };
}

/** Runs the rules over a script and returns their findings in the order of their places. */
export function lintScript(
  document: ScriptDocument,
  options: LintOptions = {},
): readonly Finding[] {
  const { script, places } = document;
  const { directory, rules = recommendedRules } = options;
  const flow = buildCallFlow(script);
  const writtenFields = (path: Path) => places.fields(path);
  const findings: Finding[] = [];
  for (const setting of rules) {
    setting.rule.check({
      script,
      flow,
      directory,
      thresholds: thresholdsOf(setting),
      writtenFields,
      report: (problem) => findings.push(findingOf(document, setting, problem)),
    });
  }
  return findings.sort(compareFindings);
}
