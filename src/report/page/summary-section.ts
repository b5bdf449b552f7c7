import type { MenuSummary } from '../menu-summary.ts';
import { html, type Html } from './html.ts';
import { section, type Section } from './section.ts';

/** No line begins with a percent sign. */
const kept = (text: string): string => text.replaceAll(' %', '\u00a0%');

/** What a reader takes away who reads nothing else. */
export function summarySection({ figures, points }: MenuSummary): Section {
  const tiles = figures.map(({ name, value, note, isTrouble }): Html =>
    html(
      'div',
      { class: isTrouble === true ? 'figure trouble' : 'figure' },
      html('dt', {}, name),
      html('dd', {}, html('b', {}, kept(value)), html('span', {}, kept(note))),
    ),
  );
  return section(
    'summary',
    'In short',
    undefined,
    tiles.length === 0 ? undefined : html('dl', { class: 'figures' }, ...tiles),
    html(
      'div',
      { class: 'points' },
      ...points.map(({ title, sentences }) =>
        html(
          'div',
          { class: 'point' },
          html('h3', {}, title),
          ...sentences.map((sentence) => html('p', {}, kept(sentence))),
        ),
      ),
    ),
  );
}
