import { IvrError } from '../source/ivr-error.ts';
import { didYouMean } from '../source/nearest-name.ts';
import { configurableChecks } from './check-names.ts';
import {
  defaultConfig,
  ruleLevels,
  type LintConfig,
  type RuleChoice,
  type RuleLevel,
} from './config.ts';
import type { Preset } from './presets.ts';

/** What a person asks for in one run, over what is configured. */
export interface RuleRequest {
  /** Presets to turn on besides those that are on. */
  readonly presets?: readonly Preset[] | undefined;
  /** `<rule id>=<severity>`, or `<rule id>=off`; they win over everything else. */
  readonly rules?: readonly string[] | undefined;
  /** Run these and nothing else. */
  readonly only?: readonly string[] | undefined;
}

function knownRule(id: string): string {
  if (configurableChecks.has(id)) return id;
  throw new IvrError('usage', `There is no rule "${id}".${didYouMean(id, configurableChecks)}`, {
    help: /[./]/.test(id)
      ? 'Name files before the options that take several names.'
      : 'Correct its name.',
  });
}

const isLevel = (level: string): level is RuleLevel => ruleLevels.some((one) => one === level);

function choiceOf(request: string): readonly [string, RuleChoice] {
  const at = request.indexOf('=');
  const id = knownRule(at === -1 ? request : request.slice(0, at));
  const severity = at === -1 ? '' : request.slice(at + 1);
  if (isLevel(severity)) return [id, { severity }];
  const message = `A rule can't be set by "${request}".${didYouMean(severity, ruleLevels)}`;
  const help = `Write ${id}=<severity>, with one of: ${ruleLevels.join(', ')}.`;
  throw new IvrError('usage', message, { help });
}

/** A configuration with what a person asks for on top. Throws an IvrError `usage` for what isn't there. */
export function chooseRules(
  config: LintConfig = defaultConfig,
  { presets = [], rules = [], only }: RuleRequest,
): LintConfig {
  const choices = new Map(rules.map(choiceOf));
  return {
    presets: [...new Set([...config.presets, ...presets])],
    rules: config.rules,
    overrides:
      choices.size === 0
        ? config.overrides
        : [...config.overrides, { files: ['**'], rules: choices }],
    only: only?.map(knownRule) ?? config.only,
  };
}
