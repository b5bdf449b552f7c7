import { drawCard } from './draw-card.ts';
import { drawLegend } from './draw-legend.ts';
import { drawStub, drawWire } from './draw-lines.ts';
import { drawFinding, drawText } from './draw-parts.ts';
import type { Drawing } from './drawing.ts';
import { element, group, paint, path, type SceneNode } from './scene.ts';
import { fontFamily, styleSheet } from './theme.ts';
import { wordsIn } from './words-in.ts';

/** A drawing as a tree of SVG elements: it draws numbers and texts, and decides nothing. */
export function drawScene(drawing: Drawing): SceneNode {
  const { id, width, height, origin, language } = drawing;
  const words = wordsIn(language);
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      id,
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'graphics-document document',
      'aria-roledescription': words.diagram,
      // Underscores keep these apart from the cards, whose ids end in a name without one.
      'aria-labelledby': `${id}_title ${id}_description`,
      'xml:lang': language,
      'font-family': fontFamily,
    },
    [
      element('title', { id: `${id}_title` }, [drawing.title]),
      element('desc', { id: `${id}_description` }, [drawing.description]),
      element('style', {}, [styleSheet(id)]),
      element('rect', { width, height, ...paint({ fill: 'page' }) }),
      ...drawing.texts.map((text) => drawText(text, language)),
      group(
        origin.x,
        origin.y,
        [
          ...drawing.rules.map(({ x, y, toX, toY }) =>
            element('path', {
              d: path`M${x} ${y}L${toX} ${toY}`,
              ...paint({ fill: 'none', stroke: 'rule' }),
              'stroke-width': 1.5,
            }),
          ),
          ...drawing.headings.map((text) => drawText(text, language)),
          element('g', {}, [
            ...drawing.stubs.map((stub) => drawStub(stub, words)),
            ...drawing.wires.map((wire) => drawWire(wire, words)),
          ]),
          element(
            'g',
            {},
            drawing.cards.map((card) => drawCard(card, id, words)),
          ),
        ],
        { 'data-part': 'flow' },
      ),
      drawLegend(drawing.legend, words),
      ...drawing.notes.map((text) => drawText(text, language)),
      ...drawing.list.map((finding) => drawFinding(finding, language)),
    ],
  );
}
