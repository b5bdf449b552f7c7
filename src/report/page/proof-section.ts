import type { CounterExample } from '../../prove/proof.ts';
import type { MenuReport } from '../menu-report.ts';
import { assumptionLines } from '../prove-assumptions.ts';
import { callLine, covered, hoursText } from '../prove-text.ts';
import { html, named, shown, type Html } from './html.ts';
import { section, type Section } from './section.ts';

function exampleOf(example: CounterExample, { document }: MenuReport): Html {
  const { message, reason, node, hoursPerYear, path } = example;
  const call = callLine(example, document.places.at(path, 'key').path);
  return html(
    'li',
    {},
    html('p', {}, html('b', {}, named(message))),
    html(
      'p',
      { class: 'quiet' },
      `${reason} at `,
      html('a', { href: `#${node}` }, node),
      `: ${hoursText(hoursPerYear)}`,
    ),
    call === undefined ? undefined : html('pre', {}, html('code', {}, shown(call))),
  );
}

/** Whether every caller gets somewhere, at every hour. */
export function proofSection(report: MenuReport): Section {
  const { proof, directory } = report;
  const { holds, counterExamples, possible, remarks, uncovered } = proof;
  const verdict =
    holds === true
      ? html('p', { class: 'good' }, 'Proved: every caller gets somewhere, at every hour.')
      : holds === 'unknown'
        ? html(
            'p',
            { class: 'unsure' },
            "Unknown: no call that ends badly was found, but some things can't be known.",
          )
        : html('p', { class: 'bad' }, 'Failed: these calls end badly.');
  const examples = (list: readonly CounterExample[]) =>
    html('ul', { class: 'examples' }, ...list.map((one) => exampleOf(one, report)));
  const assumed = assumptionLines({
    ...{ document: report.document, proof },
    hasDirectory: directory !== undefined,
    hasStaffing: (directory?.staffing.length ?? 0) > 0,
  });
  const listed = (title: string, lines: readonly string[]) =>
    lines.length === 0
      ? []
      : [
          html('h3', {}, title),
          html('ul', { class: 'remarks' }, ...lines.map((line) => html('li', {}, shown(line)))),
        ];
  return section(
    'proof',
    'Does every caller get somewhere?',
    'All states of the opening hours, all languages and all keys were tried.',
    verdict,
    ...(counterExamples.length === 0 ? [] : [examples(counterExamples)]),
    ...(possible.length === 0
      ? []
      : [html('h3', {}, 'Possible, depending on assumptions'), examples(possible)]),
    html('p', { class: 'quiet' }, covered(proof)),
    ...listed('Assumed', assumed),
    ...listed(
      'Worth a look',
      remarks.map(({ message }) => message),
    ),
    ...listed(
      'Not covered, because there were too many cases',
      uncovered.map((id) => `behind "${id}"`),
    ),
  );
}
