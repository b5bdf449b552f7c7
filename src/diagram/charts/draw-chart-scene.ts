import { drawText } from '../draw-parts.ts';
import { element, paint, type SceneNode } from '../scene.ts';
import { fontFamily, styleSheet } from '../theme.ts';
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
  const { id, width, height, title, description, texts, behind, items, legend } = drawing;
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      ...{ id, viewBox: `0 0 ${width} ${height}`, width, height },
      role: 'graphics-document document',
      'aria-roledescription': 'chart',
      'aria-labelledby': `${id}_title ${id}_description`,
      'xml:lang': 'en',
      'font-family': fontFamily,
    },
    [
      element('title', { id: `${id}_title` }, [title]),
      element('desc', { id: `${id}_description` }, [description]),
      element('style', {}, [styleSheet(id)]),
      element('rect', { width, height, ...paint({ fill: 'page' }) }),
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
  );
}
