import { drawSheet } from '../draw-sheet.ts';
import { drawText } from '../draw-parts.ts';
import { element, paint, type SceneNode } from '../scene.ts';
import type { ChartDrawing, Mark } from './chart-drawing.ts';

function drawMark(mark: Mark): SceneNode {
  switch (mark.shape) {
    case 'box': {
      const { x, y, width, height, fill, stroke } = mark;
      const outline = stroke === undefined ? {} : { stroke };
      return element('rect', { x, y, width, height, ...paint({ fill, ...outline }) });
    }
    case 'area':
      return element('path', { d: mark.d, ...paint({ fill: mark.fill }) });
    case 'line':
      return element('path', {
        d: mark.d,
        ...paint({ fill: 'none', stroke: mark.stroke }),
        'stroke-width': mark.width,
        'stroke-dasharray': mark.dash,
        'stroke-linejoin': 'round',
      });
  }
}

/** A chart as a tree of SVG elements. */
export function drawChartScene(drawing: ChartDrawing): SceneNode {
  const { texts, behind, items, legend } = drawing;
  return drawSheet(drawing, {
    role: 'chart',
    language: 'en',
    content: [
      ...behind.map(drawMark),
      ...texts.map((text) => drawText(text, 'en')),
      ...items.map(({ label, marks, texts: own }) =>
        element('g', { role: 'graphics-symbol', 'aria-label': label }, [
          element('title', {}, [label]),
          ...marks.map(drawMark),
          ...own.map((text) => drawText(text, 'en')),
        ]),
      ),
      element(
        'g',
        { 'aria-hidden': 'true' },
        legend.flatMap(({ mark, text }) => [drawMark(mark), drawText(text, 'en')]),
      ),
    ],
  });
}
