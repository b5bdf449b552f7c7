import { ruleInfos } from '../lint/rule-info.ts';
import { IvrError } from '../source/ivr-error.ts';
import { choiceMeant } from '../source/nearest-choice.ts';
import { printable } from '../source/code-frame.ts';
import { plain, type Paint } from './paint.ts';
import { presetWords } from './rules-text.ts';
import { ruleSummary, sentence } from './rule-help.ts';
import { severityBrush } from './severity-brush.ts';

/**
 * What a rule asks for, what callers experience where it finds something, what to do, its thresholds
 * and where they come from, for people. Throws an IvrError `usage` for an id that no rule has.
 */
export function explainRule(id: string, paint: Paint = plain): string {
  const info = ruleInfos.find((one) => one.id === id);
  if (info === undefined) {
    const hint = choiceMeant(
      id,
      ruleInfos.map((one) => one.id),
    );
    throw new IvrError('usage', `There is no rule "${printable(id)}".${hint}`, {
      help: 'Run `ivr rules` for all of them.',
    });
  }
  const messages = info.messages.flatMap(({ says, help }) => [
    `  ${says}`,
    `    ${paint.cyan('help:')} ${help}`,
  ]);
  const thresholds = info.thresholds.flatMap(({ name, value, unit, source }) => [
    `  ${paint.bold(name)}  ${value} ${unit}`,
    `    ${sentence(source)}`,
  ]);
  const part = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', paint.bold(title), ...lines];
  const severity = severityBrush(paint, info.severity)(info.severity);
  return [
    `${paint.bold(info.id)}  ${severity}  ${presetWords(info)}`,
    ruleSummary(info),
    ...part('What it says', messages),
    ...part('Thresholds', thresholds),
    ...part('Source', [`  ${sentence(info.source)}`]),
    '',
  ].join('\n');
}
