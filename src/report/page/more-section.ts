import type { CallsReport } from '../menu-report.ts';
import { answeredAbove } from './answer-sections.ts';
import { remarksOf, tablesOf } from './answers.ts';
import { findingsInsight } from './findings-section.ts';
import { html } from './html.ts';
import { section, type Section } from './section.ts';

const shownAbove: ReadonlySet<string> = new Set([...answeredAbove, findingsInsight]);

/** All questions to the log that no other section answers, folded up. */
export function moreSection(calls: CallsReport): Section {
  const others = calls.insights.answers.filter(({ insight }) => !shownAbove.has(insight.id));
  return section(
    'more',
    'Everything else in the log',
    'Open a topic to see more.',
    ...others.map(({ insight }) =>
      html(
        'details',
        { class: 'answer' },
        html('summary', {}, html('b', {}, insight.title), ` ${insight.question}`),
        ...tablesOf(calls, [insight.id]),
        remarksOf(calls, [insight.id]),
      ),
    ),
  );
}
