import { nameAndId } from '../diff/node-name.ts';
import type { WordChange } from '../diff/word-changes.ts';
import { differenceGroups, toldTogether, type DifferenceGroup } from './difference-groups.ts';
import { differenceWords, type DifferenceWords } from '../diff/difference-words.ts';
import { markdownText } from './markdown.ts';
import { plural } from '../source/plural.ts';
import type { ScriptDiffReport } from './script-diff-report.ts';

/** GitHub takes 65,536 characters in a comment; the rest is for what others put around it. */
const mostCharacters = 60_000;

/** Tags, since marks of Markdown don't hold where no blanks part words. */
const marked = (text: string, tag: 'del' | 'ins'): string =>
  `<${tag}>${markdownText(text)}</${tag}>`;

const wordsMarkdown = (changes: readonly WordChange[]): string =>
  changes
    .map(({ kind, text }) => {
      if (kind !== 'same') return marked(text, kind === 'removed' ? 'del' : 'ins');
      return markdownText(text);
    })
    .join('');

function valuesMarkdown(values: DifferenceWords['values']): string {
  if (values === undefined) return '';
  if ('before' in values)
    return `: ${markdownText(values.before)} → **${markdownText(values.after)}**`;
  return `: ${wordsMarkdown(values)}`;
}

function groupMarkdown({ diff }: ScriptDiffReport, group: DifferenceGroup): string {
  const { id, title, differences } = group;
  const name = title === undefined ? markdownText(id ?? 'The script itself') : markdownText(title);
  const behind = id === undefined || title === undefined ? '' : ` (${markdownText(id)})`;
  const lines = toldTogether(differences).map(({ one, saidIn }) => {
    const { what, values } = differenceWords(diff, one);
    const meaning = one.meanings.map((text) => ` _${markdownText(text)}_`).join('');
    const said = saidIn.length === 0 ? '' : `, and its words with it (${saidIn.join(', ')})`;
    return `- ${markdownText(what)}${valuesMarkdown(values)}${said}${meaning}`;
  });
  return [`**${name}**${behind}`, '', ...lines, ''].join('\n');
}

/**
 * What `ivr diff --format markdown` prints, for a comment on a pull request: differences by node, what
 * they mean in italics. At most 60,000 characters; what is left out is counted.
 */
export function scriptDiffToMarkdown(report: ScriptDiffReport): string {
  const { documents, diff } = report;
  const { before, after } = documents;
  const count = diff.differences.length;
  const head = [
    `### ${markdownText(after.script.title ?? after.script.id)}: ${count === 0 ? 'no difference' : plural(count, 'difference')}`,
    '',
    `${markdownText(before.source.path)} → ${markdownText(after.source.path)}`,
    '',
  ].join('\n');
  const nameOf = (id: string): string => markdownText(nameAndId(diff.flows.after, id));
  const reach = [
    ...diff.lost.map((id) => `No call comes to ${nameOf(id)} any more.`),
    ...diff.found.map((id) => `Calls come to ${nameOf(id)} now.`),
  ].map((sentence) => `- ${sentence}`);
  const tail = reach.length === 0 ? '' : `${reach.join('\n')}\n`;
  const groups = differenceGroups(report);
  let text = `${head}\n`;
  let shown = 0;
  for (const group of groups) {
    const written = `${groupMarkdown(report, group)}\n`;
    if (text.length + written.length + tail.length > mostCharacters) break;
    text += written;
    shown += group.differences.length;
  }
  const rest = count - shown;
  const more = rest === 0 ? '' : `… and ${plural(rest, 'more difference')}.\n`;
  return `${`${text}${tail}${more}`.trimEnd()}\n`;
}
