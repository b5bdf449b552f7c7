import { html, type Html, type Pieces } from './html.ts';

/** The parts of the page, in reading order. No node has an underscore in its id. */
export const sectionIds = {
  summary: 'summary_',
  menu: 'menu_',
  ways: 'ways_',
  ends: 'ends_',
  lost: 'lost_',
  seconds: 'seconds_',
  reasons: 'reasons_',
  options: 'options_',
  changes: 'changes_',
  findings: 'findings_',
  proof: 'proof_',
  week: 'week_',
  more: 'more_',
  steps: 'steps_',
  terms: 'terms_',
} as const;
export type SectionName = keyof typeof sectionIds;

/** A part of the page, with its heading and how it is called in the list of parts. */
export interface Section {
  readonly name: SectionName;
  readonly title: string;
  readonly body: Html;
}

/** A part of the page: heading, the question that it answers, and its pieces. */
export function section(
  name: SectionName,
  title: string,
  lead: string | undefined,
  ...pieces: Pieces
): Section {
  const id = sectionIds[name];
  return {
    name,
    title,
    body: html(
      'section',
      { id, 'aria-labelledby': `${id}title` },
      html('h2', { id: `${id}title` }, title),
      lead === undefined ? undefined : html('p', { class: 'lead' }, lead),
      ...pieces,
    ),
  };
}
