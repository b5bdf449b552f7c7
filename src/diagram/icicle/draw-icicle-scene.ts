import { drawSheet } from '../draw-sheet.ts';
import { drawIcon, drawText } from '../draw-parts.ts';
import { clockIcon, kindIcons } from '../kind-icons.ts';
import { countOf } from '../numbers.ts';
import { element, group, paint, type SceneNode } from '../scene.ts';
import { wordsIn } from '../words-in.ts';
import type { Words } from '../words.ts';
import type { DrawnBlock, IcicleDrawing } from './icicle-drawing.ts';

function hatch(id: string): SceneNode {
  return element('defs', {}, [
    element(
      'pattern',
      {
        id: `${id}_hatch`,
        width: 5,
        height: 5,
        patternUnits: 'userSpaceOnUse',
        patternTransform: 'rotate(45)',
      },
      [
        element('rect', { width: 5, height: 5, ...paint({ fill: 'card' }) }),
        element('path', {
          d: 'M1 0V5',
          ...paint({ fill: 'none', stroke: 'trouble' }),
          'stroke-width': 2,
        }),
      ],
    ),
  ]);
}

const hatched = (
  id: string,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): SceneNode =>
  element('rect', {
    ...{ x: box.x, y: box.y, width: box.width, height: Math.max(box.height, 0.8) },
    fill: `url(#${id}_hatch)`,
  });

function drawBlock(block: DrawnBlock, id: string, words: Words): SceneNode {
  const { x, y, width, height, kind, lost } = block;
  const isThin = height < 5;
  const icon = kind === undefined ? undefined : kindIcons[kind];
  const tone = icon === undefined || icon.tone === 'paper' ? 'ink' : icon.tone;
  const middle = Math.min(height / 2, 14);
  return element(
    'g',
    {
      'data-part': 'block',
      'data-node': block.id,
      'data-kind': kind,
      'data-calls': countOf(block.weight),
      'data-lost': countOf(lost?.calls),
      role: 'graphics-symbol',
      'aria-roledescription': (kind === undefined
        ? words.icicle.way
        : words.kinds[kind]
      ).toLowerCase(),
      'aria-label': block.label,
    },
    [
      element('title', {}, [block.label]),
      element('rect', {
        ...{ x, y, width, height },
        ...paint(
          kind === undefined ? { fill: 'card', stroke: 'rule' } : { fill: 'bar', stroke: 'page' },
        ),
        'stroke-width': isThin ? 0.5 : 1,
      }),
      ...(kind === undefined
        ? []
        : [
            element('rect', {
              ...{ x: x + 0.5, y: y + (isThin ? 0.3 : 0.5), width: 3 },
              height: Math.max(0.4, height - (isThin ? 0.6 : 1)),
              ...paint({ fill: tone }),
            }),
          ]),
      ...(icon === undefined || !block.hasIcon
        ? []
        : [drawIcon(block.hasClock ? clockIcon : icon.paths, x + 7, y + middle - 7, tone)]),
      group(
        x,
        y,
        block.texts.map((text) => drawText(text, words.language)),
      ),
      ...(lost === undefined ? [] : [hatched(id, lost)]),
    ],
  );
}

/** An icicle as a tree of SVG elements. */
export function drawIcicleScene(drawing: IcicleDrawing): SceneNode {
  const { id, language, legend } = drawing;
  const words = wordsIn(language);
  return drawSheet(drawing, {
    role: words.icicle.diagram,
    language,
    definitions: [hatch(id)],
    content: [
      ...drawing.texts.map((text) => drawText(text, language)),
      ...drawing.blocks.map((block) => drawBlock(block, id, words)),
      ...(legend === undefined
        ? []
        : [
            group(
              legend.x,
              legend.y,
              [
                hatched(id, { x: 0, y: -6, width: 28, height: 12 }),
                drawText(legend.text, language),
              ],
              { 'data-part': 'legend', 'aria-hidden': 'true' },
            ),
          ]),
    ],
  });
}
