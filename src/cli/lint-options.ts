import { Option, type Command } from 'commander';
import type { Preset } from '../check.ts';
import type { RuleSelection } from '../node.ts';
import { listedNames } from './listed-names.ts';
import type { Terminal } from './terminal.ts';

/** Which configuration holds. */
export interface ConfigFlags {
  /** A file; false for none; the nearest one where nothing is said. */
  readonly config?: string | false;
}

/** Which rules are run. */
export interface RuleFlags extends ConfigFlags {
  readonly preset?: readonly Preset[];
  readonly rule?: readonly string[];
  readonly only?: readonly string[];
}

/** Adds the options that choose a configuration. */
export function addConfigOptions(command: Command): Command {
  return command
    .option('--config <file>', 'the configuration (default: the nearest ivr.config.yaml)')
    .option('--no-config', 'use no configuration');
}

/** Listed here, so that the help costs no rules; the type holds it to the presets that there are. */
const presetNames = Object.keys({
  recommended: true,
  strict: true,
  'law-spain': true,
  'law-portugal': true,
  'law-brazil': true,
  'law-italy': true,
  'law-us-federal': true,
} satisfies Record<Preset, true>);

/** Adds the options that choose rules. */
export function addRuleOptions(command: Command): Command {
  return addConfigOptions(command)
    .addOption(
      new Option('--preset <names...>', 'turn on more rules, besides those configured').choices(
        presetNames,
      ),
    )
    .option('--rule <id=severity...>', 'set rules for this run, such as dead-end=off')
    .option('--only <ids...>', 'run only these rules');
}

/** The checks that are chosen, and the file that chooses them, where there is one. */
export interface ChosenRules {
  /** Nothing where neither a configuration nor an option says anything. */
  readonly selection: RuleSelection | undefined;
  readonly configFile: string | undefined;
}

/** What a configuration and the options choose. */
export async function chooseFrom(
  { config: file, preset, rule, only }: RuleFlags,
  { cwd, stdin }: Terminal,
): Promise<ChosenRules> {
  const { loadConfig, selectRules } = await import('../node.ts');
  const loaded = file === false ? undefined : await loadConfig(file, { cwd, stdin });
  const isPlain = [loaded, preset, rule, only].every((said) => said === undefined);
  if (isPlain) return { selection: undefined, configFile: undefined };
  const { chooseRules } = await import('../check.ts');
  const config = chooseRules(loaded?.config, {
    presets: preset,
    rules: listedNames(rule),
    only: listedNames(only),
  });
  const selection = selectRules(config, loaded?.folder ?? cwd, cwd);
  return { selection, configFile: loaded?.path };
}
