import { drawWeekScene } from '../../diagram/week/draw-week-scene.ts';
import { layoutWeek, momentIn } from '../../diagram/week/layout-week.ts';
import { english } from '../../diagram/words/en.ts';
import { tableOf } from '../../insight/table.ts';
import type { WeekCoverage } from '../../insight/week-coverage.ts';
import type { MenuReport } from '../menu-report.ts';
import { dataTable } from './data-table.ts';
import { html, type Html } from './html.ts';
import { numbers, pagePicture } from './picture.ts';
import { section, type Section } from './section.ts';

/** The stretches of the week as a table. */
function weekTable({ week, rows }: WeekCoverage): Html {
  const stretches = rows.flatMap(({ title, language = '', spans, offeredFirst }) =>
    spans.map(({ from, until, state, offered }) => ({
      ...{ destination: title, language, state: english.week.states[state] },
      begins: momentIn(week, from),
      ends: momentIn(week, until),
      offered: offered
        ? english.week.offered[offeredFirst?.leadsOn === true ? 'led-on' : 'lost']
        : '',
    })),
  );
  const columns = {
    ...{ destination: 'destination', language: 'language', state: 'state' },
    ...{ begins: 'from', ends: 'to', offered: 'note' },
  };
  const table = tableOf('week', `The week on the clock of ${week.timeZone}`, columns, stretches);
  return dataTable({ name: 'week', table, isNode: () => false });
}

/** When the destinations take calls, in the week of the report. */
export function weekSection({ week, document }: MenuReport): readonly Section[] {
  if (week === undefined) return [];
  const { title = document.script.id, language } = document.script;
  const scene = drawWeekScene(layoutWeek(week, { title, language, locale: 'en', id: 'Week' }));
  return [
    section(
      'week',
      'When lines are open',
      'The opening hours of all destinations, and when the menu offers one that is closed.',
      html(
        'figure',
        {},
        html('div', { class: 'chart week' }, pagePicture(scene)),
        numbers([weekTable(week)], 'Show the hours'),
      ),
    ),
  ];
}
