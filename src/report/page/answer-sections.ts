import { layoutChart, type ChartName } from '../../diagram/charts/layout-chart.ts';
import { layoutHearing } from '../../diagram/charts/layout-hearing.ts';
import { namedNode } from '../../diagram/charts/named-node.ts';
import { hearingCurves } from '../../insight/timing/hearing-curve.ts';
import type { CallsReport } from '../menu-report.ts';
import { remarksOf, tablesOf } from './answers.ts';
import { html, type Html, type Pieces } from './html.ts';
import { chartFigure, numbers } from './picture.ts';
import { section, type Section, type SectionName } from './section.ts';

/** More menus than this are left to the table. */
const mostCurves = 4;

/** Insights that are shown together, with what is remarked on them below. */
interface Answer {
  readonly insights: readonly string[];
  readonly show: (calls: CallsReport, tables: readonly Html[]) => Pieces;
}

/** A part of the page that answers one question of a manager. */
interface AnswerSection {
  readonly name: SectionName;
  readonly title: string;
  readonly question: string;
  readonly answers: readonly Answer[];
}

const inChart =
  (name: ChartName): Answer['show'] =>
  ({ input }, tables) => [
    chartFigure(layoutChart(name, input, { id: `Chart-${name}`, hasTitle: false }), ...tables),
  ];

const underHeading =
  (heading: string): Answer['show'] =>
  (_, tables) => [html('h3', {}, heading), ...tables];

/** A curve for each menu that loses callers while it is being said. */
const inCurves: Answer['show'] = ({ input }, tables) => {
  const { flow } = input;
  const figures = hearingCurves(input)
    .slice(0, mostCurves)
    .map((curve) =>
      chartFigure(
        layoutHearing(curve, {
          id: `Chart-listening-${curve.node}`,
          language: flow.script.language,
          title: namedNode(flow, curve.node).name,
        }),
      ),
    );
  return [
    ...(figures.length === 0
      ? [html('p', { class: 'empty' }, 'No callers were lost while a prompt was being said.')]
      : figures),
    numbers(tables),
  ];
};

const sections: readonly AnswerSection[] = [
  {
    name: 'ends',
    title: 'How calls ended',
    question: 'Who was served, who reached people, and who was lost?',
    answers: [
      {
        insights: ['outcomes', 'containment', 'task-completion'],
        show: inChart('outcomes'),
      },
    ],
  },
  {
    name: 'lost',
    title: 'Where callers are lost',
    question: 'At which steps do callers hang up, or are cut off?',
    answers: [{ insights: ['drop-outs'], show: inChart('drop-outs') }],
  },
  {
    name: 'seconds',
    title: 'Second by second',
    question: 'Which words are being said when callers give up?',
    answers: [{ insights: ['listening'], show: inCurves }],
  },
  {
    name: 'reasons',
    title: 'What callers call for',
    question: 'What do callers want, and how do their calls end?',
    answers: [{ insights: ['contact-reasons', 'reason-demand'], show: inChart('reasons') }],
  },
  {
    name: 'options',
    title: 'What options cost',
    question:
      'Every caller listens to the options before the one they want. Which of them take most of everybody’s time, and which does hardly anybody choose?',
    answers: [
      { insights: ['listening-tax'], show: inChart('listening-tax') },
      {
        insights: ['dead-options'],
        show: underHeading('Options that hardly anybody chooses'),
      },
    ],
  },
];

/** The insights that these parts show. */
export const answeredAbove: readonly string[] = sections.flatMap(({ answers }) =>
  answers.flatMap(({ insights }) => insights),
);

/** The parts of the page that show what the calls tell, each with its picture. */
export function answerSections(calls: CallsReport): readonly Section[] {
  return sections.map(({ name, title, question, answers }) =>
    section(
      name,
      title,
      question,
      ...answers.flatMap(({ insights, show }) => [
        ...show(calls, tablesOf(calls, insights)),
        remarksOf(calls, insights),
      ]),
    ),
  );
}
