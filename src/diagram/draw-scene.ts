import { drawSheet } from './draw-sheet.ts';
import { drawCard } from './draw-card.ts';
import { drawLegend } from './draw-legend.ts';
import { drawStub, drawWire } from './draw-lines.ts';
import { drawFinding, drawText } from './draw-parts.ts';
import type { Drawing } from './drawing.ts';
import { element, group, paint, path, type SceneNode } from './scene.ts';
import { wordsIn } from './words-in.ts';

/** A drawing as a tree of SVG elements: it draws numbers and texts, and decides nothing. */
export function drawScene(drawing: Drawing): SceneNode {
  const { id, origin, language } = drawing;
  const words = wordsIn(language);
  return drawSheet(drawing, {
    role: words.diagram,
    language,
    content: [
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
  });
}
