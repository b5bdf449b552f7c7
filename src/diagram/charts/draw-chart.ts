import { emitD3 } from '../emit-d3.ts';
import { emitText } from '../emit-text.ts';
import type { ChartDrawing } from './chart-drawing.ts';
import { drawChartScene } from './draw-chart-scene.ts';

/** With more items than this the DOM costs seconds, and the same bytes are written without it. */
const mostItemsInDom = 1000;

/** Draws a chart as SVG. The same drawing gives the same bytes on any machine. */
export async function drawChart(drawing: ChartDrawing): Promise<string> {
  const scene = drawChartScene(drawing);
  return drawing.items.length > mostItemsInDom ? emitText(scene) : emitD3(scene);
}
