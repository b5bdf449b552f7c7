import { drawIcicleScene } from '../../diagram/icicle/draw-icicle-scene.ts';
import { layoutIcicle } from '../../diagram/icicle/layout-icicle.ts';
import type { CallsReport, MenuReport } from '../menu-report.ts';
import { html } from './html.ts';
import { pagePicture } from './picture.ts';
import { section, type Section } from './section.ts';

/** The paths that calls took, step by step: what the picture of the menu adds up is apart here. */
export function waysSection({ flow, directory }: MenuReport, calls: CallsReport): Section {
  const drawing = layoutIcicle(flow, {
    ...{ id: 'Ways', locale: 'en', directory },
    replay: calls.input.replay,
  });
  return section(
    'ways',
    'The paths that calls took',
    'Read it from left to right: each block is a step. Its height shows how many calls came there on the same path. Red hatching shows where callers were lost.',
    html(
      'figure',
      { class: 'wide' },
      html('div', { class: 'chart ways' }, pagePicture(drawIcicleScene(drawing))),
    ),
  );
}
