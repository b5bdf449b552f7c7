import { namedNode } from '../../diagram/charts/named-node.ts';
import { drawScene } from '../../diagram/draw-scene.ts';
import { layoutFlow } from '../../diagram/layout-flow.ts';
import type { NodeFinding } from '../../diagram/options.ts';
import { findDropOuts, worstDropOuts } from '../../insight/drop-outs.ts';
import type { Replay } from '../../replay/replay.ts';
import type { MenuReport } from '../menu-report.ts';
import { html, named, type Html } from './html.ts';
import { plural } from '../../source/plural.ts';
import type { RankedFinding } from '../ranked-findings.ts';
import { pagePicture } from './picture.ts';
import { section, type Section } from './section.ts';

/** The beginning of all ids in the picture: no node's name begins with a capital letter. */
const pictureId = 'Menu';

/** More steps than this are no beginning. */
const mostWorst = 8;

/** Where to begin: the steps that lose most callers. */
function worstSteps({ flow }: MenuReport, replay: Replay): readonly Html[] {
  const worst = worstDropOuts(findDropOuts(replay)).slice(0, mostWorst);
  if (worst.length === 0) return [];
  const items = worst.map(({ node, count }) =>
    html(
      'li',
      {},
      html('a', { href: `#${node}` }, named(namedNode(flow, node).name)),
      ` ${plural(count, 'call')}`,
    ),
  );
  return [html('h3', {}, 'Where most are lost'), html('ol', {}, ...items)];
}

/** The menu as a picture, with what the page's script needs to walk in it. */
export function diagramSection(report: MenuReport, findings: readonly RankedFinding[]): Section {
  const { flow, directory, calls } = report;
  const isTrusted = calls?.insights.fit.isEnough === true;
  const badges = findings.flatMap(({ finding, node, number }): readonly NodeFinding[] =>
    node === undefined
      ? []
      : [{ node, number, severity: finding.severity, message: finding.message }],
  );
  const drawing = layoutFlow(flow, {
    id: pictureId,
    locale: 'en',
    directory,
    findings: badges,
    replay: isTrusted ? calls.input.replay : undefined,
  });
  const button = (name: string, label: string, sign: string) =>
    html('button', { type: 'button', 'data-do': name, 'aria-label': label, title: label }, sign);
  return section(
    'menu',
    'The menu',
    isTrusted
      ? 'Every path that callers can take. Wide, dark lines carry most calls; red shows where callers are lost.'
      : 'Every path that callers can take.',
    html(
      'div',
      { class: 'tools live-only', role: 'toolbar', 'aria-label': 'The picture of the menu' },
      html('label', { for: 'find_' }, 'Find'),
      html('input', {
        ...{ id: 'find_', type: 'search', placeholder: 'a step, an option, a word' },
        autocomplete: 'off',
      }),
      html('span', { id: 'found_', role: 'status' }),
      html(
        'span',
        { class: 'zoom' },
        button('out', 'Zoom out', '−'),
        button('in', 'Zoom in', '+'),
        button('all', 'Show the whole menu', 'All'),
      ),
    ),
    html(
      'div',
      { class: 'stage' },
      html('div', { class: 'picture', id: 'picture_' }, pagePicture(drawScene(drawing))),
      html(
        'aside',
        { class: 'panel live-only', id: 'panel_', 'aria-label': 'Numbers of a step' },
        html('p', { class: 'empty' }, 'Click a step to see its numbers.'),
        ...(isTrusted ? worstSteps(report, calls.input.replay) : []),
      ),
    ),
    html(
      'p',
      { class: 'hint live-only' },
      'Drag to move, Ctrl and wheel to zoom, or two fingers. Point at a step to see how calls get there; click to keep it. With the keyboard: Tab into the picture, arrows from step to step, Enter to keep one, + and − to zoom, Esc to release it.',
    ),
  );
}
