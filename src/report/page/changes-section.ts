import { plain } from '../paint.ts';
import type { Advice, Suggestion } from '../../advice/suggestion.ts';
import type { CallFlow } from '../../flow/call-flow.ts';
import { tableOf } from '../../insight/table.ts';
import { layoutBars } from '../../diagram/charts/layout-bars.ts';
import { savingsChart } from '../../diagram/charts/savings-chart.ts';
import type { ApplyCommand, CallsReport } from '../menu-report.ts';
import { allOf } from '../../source/plural.ts';
import { boundLines } from '../suggest-text.ts';
import { suggestionLines } from '../suggestion-lines.ts';
import { shellWord } from '../shell-word.ts';
import { dataTable } from './data-table.ts';
import { html, named, shown, type Html } from './html.ts';
import { chartFigure } from './picture.ts';
import { section, type Section } from './section.ts';

const words = (list: readonly string[]): string => list.map(shellWord).join(' ');

/** The command that makes the accepted changes; the page's script keeps its numbers in step. */
function commandOf({ before, after }: ApplyCommand, numbers: readonly number[]): Html {
  return html(
    'pre',
    { id: 'command_' },
    html(
      'code',
      {},
      `${words(before)} --apply `,
      html('span', { id: 'accepted_' }, numbers.join(',')),
      ` ${words(after)}`,
    ),
  );
}

function itemOf(suggestion: Suggestion, canApply: boolean): Html {
  const { number, node, buildsOn } = suggestion;
  const [title = '', ...details] = suggestionLines(suggestion, plain)
    .filter((line) => line !== '')
    .map((line) => line.trim());
  const id = `accept_${number}`;
  const others = buildsOn.filter((other) => other !== number);
  return html(
    'li',
    { value: number },
    canApply
      ? html(
          'label',
          { for: id, class: 'live-only accept' },
          html('input', {
            ...{ id, type: 'checkbox', checked: true, 'data-number': number },
            'data-builds-on': others.length === 0 ? undefined : others.join(' '),
          }),
          'Accept',
        )
      : undefined,
    html('p', {}, html('b', {}, named(title.replace(/^\d+\. /, '')))),
    html('ul', { class: 'remarks' }, ...details.map((line) => html('li', {}, named(line)))),
    html(
      'p',
      { class: 'quiet' },
      'Where: ',
      html('a', { href: `#${node}` }, node),
      ...(others.length === 0 ? [] : [` · builds on ${others.join(', ')}`]),
    ),
  );
}

/** The changes as a table: what each saves, and what a call takes with those before it followed. */
function changesTable({ suggestions, secondsAfter }: Advice, flow: CallFlow): Html {
  const rows = suggestions.map(({ number, node, title, change, saving, verdict }, index) => ({
    ...{ number, node, title, summary: change.summary, verdict },
    ...{ saves: saving.seconds, low: saving.low, high: saving.high },
    after: secondsAfter?.[index],
  }));
  const columns = {
    number: ['change', 'count'],
    ...{ title: 'what', node: 'step', summary: 'how' },
    saves: ['saves a call', 'seconds'],
    low: ['from', 'seconds'],
    high: ['to', 'seconds'],
    verdict: 'verdict',
    after: ['a call then takes', 'seconds'],
  } as const;
  const table = tableOf('changes', 'Changes', columns, rows);
  return dataTable({ name: 'changes', table, isNode: (text) => flow.byId.has(text) });
}

/** What would make calls shorter, with boxes to accept it. */
export function changesSection(
  { advice, input }: CallsReport,
  apply: ApplyCommand | undefined,
): Section {
  const { suggestions, notes, current, after } = advice;
  const [today, then] = [current.secondsPerCall, after.secondsPerCall];
  const saved =
    today === undefined || then === undefined || suggestions.length === 0
      ? undefined
      : `Today a call takes ${today.toFixed(1)} s of listening and pressing; with ${allOf(suggestions.length, 'change')} followed ${then.toFixed(1)} s. Waiting in queues is not counted.`;
  const savings = savingsChart(advice);
  return section(
    'changes',
    'What would make calls shorter',
    saved,
    ...(savings === undefined
      ? []
      : [
          chartFigure(
            layoutBars(savings, { id: 'Chart-savings', hasTitle: false }),
            changesTable(advice, input.flow),
          ),
        ]),
    ...boundLines(advice).map((line) => html('p', { class: 'quiet' }, line)),
    suggestions.length === 0
      ? html(
          'p',
          { class: 'empty' },
          'No change was found that would make calls noticeably shorter.',
        )
      : html(
          'ol',
          { class: 'changes' },
          ...suggestions.map((suggestion) => itemOf(suggestion, apply !== undefined)),
        ),
    ...(suggestions.length === 0 || apply === undefined
      ? []
      : [
          html('h3', {}, 'The command that makes these changes'),
          commandOf(
            apply,
            suggestions.map(({ number }) => number),
          ),
          html(
            'p',
            { class: 'live-only' },
            html('button', { type: 'button', 'data-do': 'copy' }, 'Copy the command'),
            ' ',
            html('span', { id: 'copied_', role: 'status' }),
          ),
        ]),
    ...(notes.length === 0
      ? []
      : [
          html('h3', {}, 'Nothing is claimed'),
          html(
            'ul',
            { class: 'remarks' },
            ...notes.map(({ message }) => html('li', {}, shown(message))),
          ),
        ]),
  );
}
