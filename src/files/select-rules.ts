import { relative, resolve, sep } from 'node:path';
import {
  defaultConfig,
  levelsFor,
  settingsFor,
  type LintConfig,
  type RuleLevel,
} from '../lint/config.ts';
import { recommendedRules, type RuleSetting } from '../lint/run-rules.ts';
import { once } from '../source/once.ts';

/** The checks that hold for files, by the paths that they are read under. */
export interface RuleSelection {
  settingsFor(path: string): readonly RuleSetting[];
  /** How checks beside the rules are set; nothing where a finding keeps its own severity. */
  levelsFor(path: string): (id: string) => RuleLevel | undefined;
  /** False for checks that this run leaves out, whatever is configured. */
  isAsked(id: string): boolean;
}

/** What holds where nothing is configured and nothing asked for. */
export const recommendedSelection: RuleSelection = {
  settingsFor: () => recommendedRules,
  levelsFor: () => () => undefined,
  isAsked: () => true,
};

/** A path with slashes as it is seen from a folder; standard input keeps its name. */
export function pathFrom(folder: string, cwd: string): (path: string) => string {
  return (path) =>
    path === '-' ? path : relative(folder, resolve(cwd, path)).replaceAll(sep, '/');
}

/** The checks that a configuration chooses; its patterns see paths from its own folder. */
export function selectRules(
  config: LintConfig = defaultConfig,
  folder: string,
  cwd: string,
): RuleSelection {
  const seen = pathFrom(folder, cwd);
  // Without overrides all files have the same, and a run may have thousands.
  const isSame = config.overrides.length === 0;
  const settings = once(() => settingsFor(config, ''));
  const levels = once(() => levelsFor(config, ''));
  const selection: RuleSelection = {
    settingsFor: (path) => (isSame ? settings() : settingsFor(config, seen(path))),
    levelsFor: (path) => (isSame ? levels() : levelsFor(config, seen(path))),
    isAsked: (id) => config.only?.includes(id) ?? true,
  };
  origins.set(selection, { config, folder });
  return selection;
}

/** What a selection was made from: data, which can be given to another thread. */
export interface SelectionOrigin {
  readonly config: LintConfig;
  readonly folder: string;
}

const origins = new WeakMap<RuleSelection, SelectionOrigin>();

/** What a selection was made from; nothing for one that a program made by itself. */
export const originOf = (selection: RuleSelection): SelectionOrigin | undefined =>
  origins.get(selection);
