import { severities } from '../source/finding.ts';
import { matchGlob } from './match-glob.ts';
import type { Preset } from './presets.ts';
import { presetsOf } from './rule.ts';
import { rules as allRules } from './rules/index.ts';
import type { RuleSetting } from './run-rules.ts';

/** What a check can be set to. */
export const ruleLevels = ['off', ...severities] as const;
export type RuleLevel = (typeof ruleLevels)[number];

/** What is chosen for a check; what isn't said stays as it was. */
export interface RuleChoice {
  readonly severity?: RuleLevel | undefined;
  readonly thresholds?: Readonly<Record<string, number>> | undefined;
}

/** Choices by the id of a rule, or of a check of directories or of suppressions. */
export type RuleChoices = ReadonlyMap<string, RuleChoice>;

/** Choices for some of the files. */
export interface Override {
  /** Patterns for paths as seen from the configuration; `matchGlob` says what they can hold. */
  readonly files: readonly string[];
  readonly rules: RuleChoices;
}

/** What is checked, and how severely. */
export interface LintConfig {
  /** The presets whose rules are on, unless something below says otherwise. */
  readonly presets: readonly Preset[];
  readonly rules: RuleChoices;
  /** In this order; of several that fit a file, the last one wins. */
  readonly overrides: readonly Override[];
  /** Only these checks run, whether a preset has them or not. */
  readonly only?: readonly string[] | undefined;
}

/** What holds where nothing is configured. */
export const defaultConfig: LintConfig = {
  presets: ['recommended'],
  rules: new Map(),
  overrides: [],
};

type Layers = readonly RuleChoices[];

function layersFor(config: LintConfig, path: string): Layers {
  const fitting = config.overrides.filter(({ files }) =>
    files.some((pattern) => matchGlob(pattern, path)),
  );
  return [config.rules, ...fitting.map(({ rules }) => rules)];
}

function chosen(layers: Layers, id: string): RuleChoice {
  let choice: RuleChoice = {};
  for (const layer of layers) {
    const next = layer.get(id);
    if (next === undefined) continue;
    const { severity = choice.severity, thresholds = {} } = next;
    choice = { severity, thresholds: { ...choice.thresholds, ...thresholds } };
  }
  return choice;
}

const isAsked = ({ only }: LintConfig, id: string): boolean => only?.includes(id) ?? true;

/** The rules to run on a file, by its path as seen from the configuration's folder. */
export function settingsFor(config: LintConfig, path: string): readonly RuleSetting[] {
  const layers = layersFor(config, path);
  return allRules.flatMap((rule) => {
    const { severity, thresholds } = chosen(layers, rule.id);
    const inPreset = presetsOf(rule).some((preset) => config.presets.includes(preset));
    const isOn =
      severity === undefined ? inPreset || config.only !== undefined : severity !== 'off';
    if (!isOn || !isAsked(config, rule.id)) return [];
    return [{ rule, severity: severity === 'off' ? undefined : severity, thresholds }];
  });
}

/**
 * How the checks that are no rules (of directories, of suppressions) are set for a file: `off`,
 * another severity, or nothing where each finding keeps its own.
 */
export function levelsFor(config: LintConfig, path: string): (id: string) => RuleLevel | undefined {
  const layers = layersFor(config, path);
  return (id) => (isAsked(config, id) ? chosen(layers, id).severity : 'off');
}
