import { layoutChart, type ChartName } from '../../diagram/charts/layout-chart.ts';
import { layoutHearing } from '../../diagram/charts/layout-hearing.ts';
import { namedNode } from '../../diagram/charts/named-node.ts';
import type { Answered } from '../../insight/find-insights.ts';
import { hearingCurves } from '../../insight/timing/hearing-curve.ts';
import type { CallsReport } from '../menu-report.ts';
import { grouped } from '../plural.ts';
import { dataTable, type IsNode } from './data-table.ts';
import { html, shown, type Html } from './html.ts';
import { chartFigure, numbers } from './picture.ts';
import { section, type Section } from './section.ts';

/** More menus than this are left to the table. */
const mostCurves = 4;

const isNodeIn =
  ({ input }: CallsReport): IsNode =>
  (text) =>
    input.flow.byId.has(text);

/** The tables of an insight. */
function tablesOf(calls: CallsReport, ids: readonly string[]): readonly Html[] {
  const isNode = isNodeIn(calls);
  return answersOf(calls, ids).flatMap(({ insight, found }) =>
    found.tables.map((table) => {
      const name = table.id === insight.id ? insight.id : `${insight.id}-${table.id}`;
      return dataTable({ name, table, isNode });
    }),
  );
}

function answersOf({ insights }: CallsReport, ids: readonly string[]): readonly Answered[] {
  return ids.flatMap((id) => insights.answers.filter(({ insight }) => insight.id === id));
}

/** What an insight leaves out, what to mind, and why nothing is known. */
function remarksOf(calls: CallsReport, ids: readonly string[]): Html | undefined {
  const remarks = answersOf(calls, ids).flatMap(({ found }) => [
    ...(found.unknown === undefined ? [] : [found.unknown]),
    ...(found.excluded ?? []).map(({ count, what }) => `Left out: ${grouped(count)} ${what}.`),
    ...(found.notes ?? []),
  ]);
  return remarks.length === 0
    ? undefined
    : html('ul', { class: 'remarks' }, ...remarks.map((one) => html('li', {}, shown(one))));
}

const chart = (calls: CallsReport, name: ChartName, ...ids: readonly string[]): Html =>
  chartFigure(
    layoutChart(name, calls.input, { id: `Chart-${name}`, hasTitle: false }),
    ...tablesOf(calls, ids),
  );

function endsSection(calls: CallsReport): Section {
  return section(
    'ends',
    'How calls ended',
    'Who was served, who reached people, and who was lost?',
    chart(calls, 'outcomes', 'outcomes', 'containment', 'task-completion'),
    remarksOf(calls, ['outcomes', 'task-completion']),
  );
}

function lostSection(calls: CallsReport): Section {
  return section(
    'lost',
    'Where callers are lost',
    'At which steps do callers hang up, or are cut off?',
    chart(calls, 'drop-outs', 'drop-outs'),
    remarksOf(calls, ['drop-outs']),
  );
}

function secondsSection(calls: CallsReport): Section {
  const { flow } = calls.input;
  const curves = hearingCurves(calls.input);
  const figures = curves.slice(0, mostCurves).map((curve) =>
    chartFigure(
      layoutHearing(curve, {
        id: `Chart-listening-${curve.node}`,
        language: flow.script.language,
        title: namedNode(flow, curve.node).name,
      }),
    ),
  );
  return section(
    'seconds',
    'Second by second',
    'Which words are being said when callers give up?',
    ...(figures.length === 0
      ? [html('p', { class: 'empty' }, 'No callers were lost while a prompt was being said.')]
      : figures),
    numbers(tablesOf(calls, ['listening'])),
    remarksOf(calls, ['listening']),
  );
}

function optionsSection(calls: CallsReport): Section {
  return section(
    'options',
    'What options cost',
    'Every caller listens to the options before the one they want. Which of them take most of everybody’s time, and which does hardly anybody choose?',
    chart(calls, 'listening-tax', 'listening-tax'),
    remarksOf(calls, ['listening-tax']),
    html('h3', {}, 'Options that hardly anybody chooses'),
    ...tablesOf(calls, ['dead-options']),
    remarksOf(calls, ['dead-options']),
  );
}

function reasonsSection(calls: CallsReport): Section {
  return section(
    'reasons',
    'What callers call for',
    'What do callers want, and how do their calls end?',
    chart(calls, 'reasons', 'contact-reasons', 'reason-demand'),
    remarksOf(calls, ['contact-reasons', 'reason-demand']),
  );
}

/** The parts of the page that show what the calls tell, each with its chart. */
export function answerSections(calls: CallsReport): readonly Section[] {
  return [
    endsSection(calls),
    lostSection(calls),
    secondsSection(calls),
    reasonsSection(calls),
    optionsSection(calls),
  ];
}

const shownAbove = new Set([
  ...['outcomes', 'containment', 'task-completion', 'drop-outs', 'listening', 'contact-reasons'],
  ...['listening-tax', 'dead-options', 'findings', 'reason-demand'],
]);

/** All other questions to the log, folded up. */
export function moreSection(calls: CallsReport): Section {
  const others = calls.insights.answers.filter(({ insight }) => !shownAbove.has(insight.id));
  return section(
    'more',
    'Everything else that the log tells',
    'Open what you want to know more of.',
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
