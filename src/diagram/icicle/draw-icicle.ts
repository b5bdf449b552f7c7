import type { CallFlow } from '../../flow/call-flow.ts';
import { emitD3 } from '../emit-d3.ts';
import { emitText } from '../emit-text.ts';
import type { DrawOptions } from '../options.ts';
import { drawIcicleScene } from './draw-icicle-scene.ts';
import { layoutIcicle } from './layout-icicle.ts';

/** With more blocks than this the DOM costs seconds, and the same bytes are written without it. */
const mostBlocksInDom = 200;

/**
 * Draws the ways that calls went as an icicle, in SVG: a column for each step of a way, as high as its
 * calls, with the callers who were lost beside it. Reads well where a flow has too many steps for cards.
 * Without a replay it shows how many steps hang on each.
 */
export async function drawIcicle(flow: CallFlow, options: DrawOptions = {}): Promise<string> {
  const drawing = layoutIcicle(flow, options);
  const scene = drawIcicleScene(drawing);
  return drawing.blocks.length > mostBlocksInDom ? emitText(scene) : emitD3(scene);
}
