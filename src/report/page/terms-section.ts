import { outcomeMeanings } from '../../insight/outcome-rates.ts';
import { fewestCalls } from '../../insight/rate.ts';
import { outcomes } from '../../replay/outcome.ts';
import { logFacts } from '../log-facts.ts';
import type { CallsReport, MenuReport } from '../menu-report.ts';
import { html, shown, type Html } from './html.ts';
import { section, type Section } from './section.ts';

const list = (entries: readonly (readonly [string, string])[]): Html =>
  html(
    'dl',
    { class: 'terms' },
    ...entries.flatMap(([term, meaning]) => [html('dt', {}, term), html('dd', {}, meaning)]),
  );

/** What was read, and what was left out. */
function readFacts({ input }: CallsReport): readonly Html[] {
  const { log, replay } = input;
  const rejected = Object.entries(log.rejectedBy).map(
    ([reason, rows]) => [`left out: ${reason}`, String(rows)] as const,
  );
  const sources = log.sources.map(({ path }) => shown(path)).join(', ');
  return [
    html('h3', {}, 'What was read'),
    list([
      ...(sources === '' ? [] : [['logs', sources] as const]),
      ...logFacts({ log, replay }).map(([name, text]) => [name, shown(text)] as const),
      ...rejected,
    ]),
  ];
}

/** How every number is counted, what was read and left out. */
export function termsSection({ calls, document, directory }: MenuReport): Section {
  const answers = calls?.insights.answers ?? [];
  const model = calls?.advice.current.model;
  return section(
    'terms',
    'How it is counted',
    'What every number means, what was read, and what was left out.',
    html('h3', {}, 'The menu'),
    list([
      ['script', shown(document.source.path)],
      ['version', shown(document.script.version ?? 'none is named')],
      ['directory', directory === undefined ? 'none' : shown(directory.title ?? directory.id)],
    ]),
    ...(calls === undefined ? [] : readFacts(calls)),
    ...(answers.length === 0
      ? []
      : [
          html('h3', {}, 'How a call ended'),
          list(outcomes.map((outcome) => [outcome, outcomeMeanings[outcome]])),
          html('h3', {}, 'Numbers'),
          list([
            [
              'interval',
              `Wilson intervals, 95 %: if chance is the only source of error, 19 of 20 such intervals contain the true share. Percentages of fewer than ${fewestCalls} calls are left out; those with a wide interval are printed lighter.`,
            ],
            ...(model === undefined
              ? []
              : [
                  [
                    'seconds a call',
                    `Calculated with the caller-time model: every prompt up to the press, ${Number(model.press.toFixed(2))} s to decide and press, ${model.entry} s before a menu speaks. Waiting in queues is not counted.`,
                  ] as const,
                ]),
            ...answers.map(
              ({ insight }) =>
                [insight.title, `${insight.definition} Source: ${insight.source}.`] as const,
            ),
          ]),
        ]),
  );
}
