import type { ChartDrawing } from '../../diagram/charts/chart-drawing.ts';
import { drawChartScene } from '../../diagram/charts/draw-chart-scene.ts';
import type { SceneNode } from '../../diagram/scene.ts';
import { html, type Html } from './html.ts';

/**
 * A picture as part of a page: its colours come from the style sheet of the page, which all pictures
 * share and of which the content security policy knows.
 */
export function pagePicture(scene: SceneNode): SceneNode {
  const children = scene.children.filter(
    (child) => typeof child === 'string' || child.tag !== 'style',
  );
  return { ...scene, children };
}

/** A chart with the table of its numbers below. */
export function chartFigure(drawing: ChartDrawing, ...tables: readonly Html[]): Html {
  return html(
    'figure',
    {},
    html('div', { class: 'chart' }, pagePicture(drawChartScene(drawing))),
    numbers(tables),
  );
}

/** Tables that are folded up until somebody wants to see them; paper shows what is open. */
export function numbers(tables: readonly Html[], title = 'Show the numbers'): Html | undefined {
  return tables.length === 0
    ? undefined
    : html('details', { class: 'numbers' }, html('summary', {}, title), ...tables);
}
