import { nameAndId } from '../diff/node-name.ts';
import type { WordChange } from '../diff/word-changes.ts';
import { printable } from '../source/code-frame.ts';
import { differenceGroups, toldTogether, type DifferenceGroup } from './difference-groups.ts';
import { differenceWords, type DifferenceWords } from '../diff/difference-words.ts';
import { plain, type Paint } from './paint.ts';
import { plural } from '../source/plural.ts';
import type { ScriptDiffReport } from './script-diff-report.ts';

/** One line, whatever a menu file says. */
const line = (text: string): string => printable(text.replace(/\s+/g, ' '));

/** `[-old-]{+new+}` as in a word diff of git, so that it reads without colours. */
function wordsText(changes: readonly WordChange[], paint: Paint): string {
  return changes
    .map(({ kind, text }) => {
      const words = line(text);
      if (kind === 'same') return words;
      return kind === 'removed' ? paint.red(`[-${words}-]`) : paint.green(`{+${words}+}`);
    })
    .join('');
}

function valuesText(values: DifferenceWords['values'], paint: Paint): string {
  if (values === undefined) return '';
  if ('before' in values)
    return `: ${paint.red(line(values.before))} → ${paint.green(line(values.after))}`;
  return `: ${wordsText(values, paint)}`;
}

const brushOf = (sign: DifferenceWords['sign'], paint: Paint): Paint['red'] =>
  sign === '+' ? paint.green : sign === '-' ? paint.red : paint.yellow;

function groupLines(
  { diff }: ScriptDiffReport,
  { id, title, at, differences }: DifferenceGroup,
  paint: Paint,
): readonly string[] {
  const names = [id ?? 'the script itself', ...(title === undefined ? [] : [line(title)])];
  const place = `${at.path}:${at.start.line}`;
  return [
    '',
    `${paint.bold(names.join('  '))}  ${paint.dim(line(place))}`,
    ...toldTogether(differences).flatMap(({ one, saidIn }) => {
      const { sign, what, values } = differenceWords(diff, one);
      const said =
        saidIn.length === 0 ? '' : paint.dim(`, and its words with it (${saidIn.join(', ')})`);
      return [
        `  ${brushOf(sign, paint)(sign)} ${line(what)}${valuesText(values, paint)}${said}`,
        ...one.meanings.map((meaning) => `      ${line(meaning)}`),
      ];
    }),
  ];
}

/** What `ivr diff` prints: differences by node in the order of calls, and what they mean for callers. */
export function scriptDiffToText(report: ScriptDiffReport, paint: Paint = plain): string {
  const { documents, diff } = report;
  const { before, after } = documents;
  const count = diff.differences.length;
  const names = `${before.source.path} → ${after.source.path}`;
  const reach = [
    ...diff.lost.map((id) => `No call comes to ${nameAndId(diff.flows.after, id)} any more.`),
    ...diff.found.map((id) => `Calls come to ${nameAndId(diff.flows.after, id)} now.`),
  ];
  const lines = [
    paint.bold(line(after.script.title ?? after.script.id)),
    `${line(names)}: ${count === 0 ? 'no difference' : plural(count, 'difference')}`,
    ...differenceGroups(report).flatMap((group) => groupLines(report, group, paint)),
    ...(reach.length === 0 ? [] : ['', ...reach.map(line)]),
  ];
  return `${lines.join('\n')}\n`;
}
