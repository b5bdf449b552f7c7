import type { Severity } from '../../source/finding.ts';
import { interval, percent } from '../numbers.ts';
import { plural } from '../../source/plural.ts';
import { html, named, shown, type Html } from './html.ts';
import type { RankedFinding } from '../ranked-findings.ts';
import { section, type Section } from './section.ts';

const words: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

function itemOf({ number, finding, node, calls }: RankedFinding): Html {
  const { severity, ruleId, message, help, at } = finding;
  const met =
    calls === undefined
      ? undefined
      : html(
          'span',
          { class: 'met' },
          calls.rate === undefined || calls.trust === 'hidden'
            ? `met by ${plural(calls.count, 'call')}`
            : `met by ${plural(calls.count, 'call')}, ${percent(calls.rate)} (${interval(calls)})`,
        );
  return html(
    'li',
    { value: number, id: `finding_${number}`, class: `finding ${severity}` },
    html(
      'p',
      {},
      html('b', { class: 'severity' }, words[severity]),
      ' ',
      html('b', {}, named(message)),
    ),
    html(
      'p',
      { class: 'quiet' },
      ...(node === undefined ? [] : [html('a', { href: `#${node}` }, node), ' · ']),
      `${shown(at.path)}:${at.start.line} · ${ruleId}`,
      ...(met === undefined ? [] : [' · ', met]),
    ),
    html('p', {}, named(help)),
  );
}

/** The insight that this part of the page tells in its own way. */
export const findingsInsight = 'findings';

/** What is wrong with the menu itself, whatever callers do. */
export function findingsSection(findings: readonly RankedFinding[]): Section {
  const isRanked = findings.some(({ calls }) => calls !== undefined);
  return section(
    'findings',
    'Mistakes in the menu',
    isRanked
      ? 'Mistakes in the menu itself. Those that most callers met come first. The numbers match the badges in the picture.'
      : 'Mistakes in the menu itself. The numbers match the badges in the picture.',
    findings.length === 0
      ? html('p', { class: 'good' }, 'None were found.')
      : html('ol', { class: 'findings' }, ...findings.map(itemOf)),
  );
}
