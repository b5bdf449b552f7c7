import type { Answered } from '../../insight/find-insights.ts';
import type { CallsReport } from '../menu-report.ts';
import { grouped } from '../../source/plural.ts';
import { dataTable, type IsNode } from './data-table.ts';
import { html, shown, type Html } from './html.ts';

const isNodeIn =
  ({ input }: CallsReport): IsNode =>
  (text) =>
    input.flow.byId.has(text);

function answersOf({ insights }: CallsReport, ids: readonly string[]): readonly Answered[] {
  return ids.flatMap((id) => insights.answers.filter(({ insight }) => insight.id === id));
}

/** The tables of insights, in the order of their ids. */
export function tablesOf(calls: CallsReport, ids: readonly string[]): readonly Html[] {
  const isNode = isNodeIn(calls);
  return answersOf(calls, ids).flatMap(({ insight, found }) =>
    found.tables.map((table) => {
      const name = table.id === insight.id ? insight.id : `${insight.id}-${table.id}`;
      return dataTable({ name, table, isNode });
    }),
  );
}

/** What insights leave out, what to mind, and why nothing is known; nothing where there is nothing to say. */
export function remarksOf(calls: CallsReport, ids: readonly string[]): Html | undefined {
  const remarks = answersOf(calls, ids).flatMap(({ found }) => [
    ...(found.unknown === undefined ? [] : [found.unknown]),
    ...(found.excluded ?? []).map(({ count, what }) => `Left out: ${grouped(count)} ${what}.`),
    ...(found.notes ?? []),
  ]);
  return remarks.length === 0
    ? undefined
    : html('ul', { class: 'remarks' }, ...remarks.map((one) => html('li', {}, shown(one))));
}
