import type { LegendItem, LegendSign } from './drawing.ts';
import { dashAttributes } from './draw-lines.ts';
import {
  drawBadgeShape,
  drawBrokenEnd,
  drawDisc,
  drawFall,
  drawIcon,
  drawText,
} from './draw-parts.ts';
import { discAt } from './route-lines.ts';
import { rowIcons } from './row-icons.ts';
import { element, group, paint, type SceneNode } from './scene.ts';
import type { Words } from './words.ts';

function drawSign(mark: LegendSign, words: Words): SceneNode {
  switch (mark.sign) {
    case 'dash':
    case 'heat': {
      const width = mark.sign === 'heat' ? mark.width : 2;
      const dash = mark.sign === 'heat' ? {} : dashAttributes(mark.dash, width);
      const tone = mark.sign === 'heat' ? mark.tone : 'line';
      return element('path', {
        d: 'M0 0H28',
        ...paint({ fill: 'none', stroke: tone }),
        'stroke-width': width,
        ...dash,
      });
    }
    case 'badge':
      return group(9, 0, [
        element('g', { transform: 'scale(.8)' }, [drawBadgeShape(mark.severity)]),
      ]);
    case 'disc':
      return drawDisc(discAt('A', 1, 0, words), words.language);
    case 'more':
      return drawDisc(discAt('+n', -2, 0, words, true), words.language);
    case 'repeat':
    case 'back':
      return drawIcon(rowIcons[mark.sign], 3, -5, 'muted');
    case 'loose':
      return drawBrokenEnd(5, 0);
    case 'drop':
      return drawFall(9, 0, 'trouble');
    case 'stranded':
      return element('rect', {
        x: 0,
        y: -6,
        width: 18,
        height: 12,
        ...paint({ fill: 'card', stroke: 'line' }),
        'stroke-dasharray': '4 3',
      });
  }
}

/** The legend; readers who don't see the picture need none. */
export function drawLegend(items: readonly LegendItem[], words: Words): SceneNode {
  return element(
    'g',
    { 'data-part': 'legend', 'aria-hidden': 'true' },
    items.map(({ mark, x, y, text }) =>
      group(x, y, [drawSign(mark, words), drawText(text, words.language)]),
    ),
  );
}
