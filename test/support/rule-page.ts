import { lintResult, type LintResult } from '../../src/lint/lint-result.ts';
import { presetsOf } from '../../src/lint/rule.ts';
import { rules } from '../../src/lint/rules/index.ts';
import { lintScript, recommendedRules } from '../../src/lint/run-rules.ts';
import { parseDirectory } from '../../src/routing/parse-directory.ts';
import { parseScript } from '../../src/script/parse-script.ts';

/** The examples on a page of docs/rules/. */
export interface RulePage {
  readonly bad: string;
  readonly fixed: string;
  readonly directory: string | undefined;
  /** What the page says that `ivr lint` prints for the bad one. */
  readonly output: string;
  /** The preset that the page's command turns on, for a rule that the recommended ones are without. */
  readonly preset: string | undefined;
}

const commandLine = /^\$ ivr lint (?:--preset ([a-z-]+) )?bakery\.ivr\.yaml\n/;

/** Takes the fenced blocks out of a page: scripts by their file name, the output by its command. */
export function readRulePage(markdown: string): RulePage {
  const blocks = [...markdown.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].map((match) => ({
    info: match[1] ?? '',
    text: match[2] ?? '',
  }));
  const [bad = '', fixed = ''] = blocks
    .filter(({ info }) => info === 'yaml bakery.ivr.yaml')
    .map(({ text }) => text);
  const shown = blocks.find(({ text }) => commandLine.test(text))?.text ?? '';
  const [command = '', preset] = commandLine.exec(shown) ?? [];
  const directory = blocks.find(({ info }) => info === 'yaml bakery.directory.yaml')?.text;
  return { bad, fixed, directory, output: shown.slice(command.length), preset };
}

/**
 * Lints an example as `ivr lint` does, with the page's directory and the recommended rules; with the
 * page's own rule too where another preset has it.
 */
export function lintExample(
  text: string,
  directoryText: string | undefined,
  ruleId: string,
): LintResult {
  const source = { path: 'bakery.ivr.yaml', text };
  const { document, findings } = parseScript(source);
  const reading =
    directoryText === undefined
      ? undefined
      : parseDirectory({ path: 'bakery.directory.yaml', text: directoryText });
  const directory = reading?.document?.directory;
  const own = rules
    .filter((rule) => rule.id === ruleId && !presetsOf(rule).includes('recommended'))
    .map((rule) => ({ rule }));
  const found =
    document === undefined
      ? []
      : lintScript(document, { directory, rules: [...recommendedRules, ...own] });
  const nodes = Object.keys(document?.script.nodes ?? {}).length;
  const files = directory === undefined ? 1 : 2;
  return lintResult([...findings, ...(reading?.findings ?? []), ...found], [source], {
    files,
    nodes,
  });
}
