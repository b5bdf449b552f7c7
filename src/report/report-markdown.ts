import { fewestCalls } from '../insight/rate.ts';
import { answerMarkdown } from './insights-markdown.ts';
import { logFacts } from './log-facts.ts';
import { markdownText } from './markdown.ts';
import type { MenuReport } from './menu-report.ts';
import { menuSummary } from './menu-summary.ts';
import { interval, percent } from './numbers.ts';
import { rankedFindings } from './ranked-findings.ts';
import { plain } from './paint.ts';
import { plural } from '../source/plural.ts';
import { covered, hoursText } from './prove-text.ts';
import { shellWord } from './shell-word.ts';
import { boundLines } from './suggest-text.ts';
import { suggestionLines } from './suggestion-lines.ts';

function summaryLines(report: MenuReport): readonly string[] {
  const { figures, points } = menuSummary(report);
  return [
    ...figures.map(
      ({ name, value, note }) => `- **${markdownText(value)}** ${name} (${markdownText(note)})`,
    ),
    '',
    ...points.flatMap(({ title, sentences }) => [
      `**${title}.** ${sentences.map(markdownText).join(' ')}`,
      '',
    ]),
  ];
}

function changeLines({ calls, apply }: MenuReport): readonly string[] {
  const suggestions = calls?.advice.suggestions ?? [];
  if (calls?.insights.fit.isEnough !== true) return [];
  const items = suggestions.flatMap((suggestion) => {
    const [title = '', ...details] = suggestionLines(suggestion, plain)
      .filter((line) => line !== '')
      .map((line) => line.trim());
    const numbered = title.replace(/^\d+\. /, '');
    return [
      `${suggestion.number}. ${markdownText(numbered)}`,
      ...details.map((line) => `   - ${markdownText(line)}`),
    ];
  });
  const numbers = suggestions.map(({ number }) => number).join(',');
  const command =
    apply === undefined
      ? ''
      : [...apply.before, '--apply', numbers, ...apply.after].map(shellWord).join(' ');
  return [
    '## What would make calls shorter',
    '',
    ...boundLines(calls.advice).flatMap((line) => [markdownText(line), '']),
    ...(items.length === 0
      ? ['No change was found that would make calls noticeably shorter.']
      : items),
    '',
    ...(items.length === 0 || command === '' ? [] : [`Apply: ${markdownText(command)}`, '']),
  ];
}

function findingLines(report: MenuReport): readonly string[] {
  const items = rankedFindings(report).flatMap(({ number, finding, calls }) => {
    const { severity, message, help, at, ruleId } = finding;
    const met =
      calls === undefined
        ? ''
        : calls.rate === undefined || calls.trust === 'hidden'
          ? `, met by ${plural(calls.count, 'call')}`
          : `, met by ${plural(calls.count, 'call')}, ${percent(calls.rate)} (${interval(calls)})`;
    return [
      `${number}. **${severity}**: ${markdownText(message)} ${markdownText(help)}`,
      `   ${markdownText(`${at.path}:${at.start.line}`)}, ${ruleId}${met}`,
    ];
  });
  return [
    '## Mistakes in the menu',
    '',
    ...(items.length === 0 ? ['None were found.'] : items),
    '',
  ];
}

function proofLines({ proof }: MenuReport): readonly string[] {
  const verdict =
    proof.holds === true
      ? 'Proved: every caller gets somewhere, at every hour.'
      : proof.holds === false
        ? 'Failed: these calls end badly.'
        : "Unknown: no call that ends badly was found, but some things can't be known.";
  const examples = proof.counterExamples.map(
    ({ message, reason, node, hoursPerYear }) =>
      `- ${markdownText(message)} (${reason} at ${markdownText(node)}: ${hoursText(hoursPerYear)})`,
  );
  return [
    '## Does every caller get somewhere?',
    '',
    verdict,
    '',
    ...(examples.length === 0 ? [] : [...examples, '']),
    markdownText(covered(proof)),
    '',
  ];
}

/** What `ivr report --format md` writes: the report as a text that a pull request or a wiki shows. */
export function reportToMarkdown(report: MenuReport): string {
  const { document, calls } = report;
  const { script } = document;
  const read =
    calls === undefined
      ? []
      : logFacts(calls.input).map(([name, text]) => `- ${name}: ${markdownText(text)}`);
  // Findings have a section of their own.
  const answers = (calls?.insights.answers ?? []).filter(
    ({ insight }) => insight.id !== 'findings',
  );
  const lines = [
    `# ${markdownText(script.title ?? script.id)}`,
    '',
    ...summaryLines(report),
    ...(read.length === 0 ? [] : ['## What was read', '', ...read, '']),
    ...changeLines(report),
    ...findingLines(report),
    ...proofLines(report),
    ...answers.flatMap(answerMarkdown),
    ...(answers.length === 0
      ? []
      : [
          `Intervals are Wilson's, 95 %. Percentages of fewer than ${fewestCalls} calls are left out.`,
        ]),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}
