import type { WeekCoverage } from '../../insight/week-coverage.ts';
import { emitD3 } from '../emit-d3.ts';
import { emitText } from '../emit-text.ts';
import { drawWeekScene } from './draw-week-scene.ts';
import { layoutWeek, type WeekOptions } from './layout-week.ts';

/** With more stretches than this the DOM costs seconds, and the same bytes are written without it. */
const mostSpansInDom = 3000;

/**
 * Draws a week of destinations as SVG: a row for each, solid where it is open, hatched where nobody
 * is there or on holidays, marked where a menu offers it while it takes no calls. Days with a change
 * of clocks have 23 or 25 hours. The same coverage gives the same bytes on any machine.
 */
export async function drawWeek(coverage: WeekCoverage, options: WeekOptions): Promise<string> {
  const scene = drawWeekScene(layoutWeek(coverage, options));
  const spans = coverage.rows.reduce((sum, row) => sum + row.spans.length, 0);
  return spans > mostSpansInDom ? emitText(scene) : emitD3(scene);
}
