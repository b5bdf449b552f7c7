import type { CallFlow } from '../flow/call-flow.ts';
import { drawScene } from './draw-scene.ts';
import { emitD3 } from './emit-d3.ts';
import { emitText } from './emit-text.ts';
import { layoutFlow } from './layout-flow.ts';
import type { DrawOptions } from './options.ts';

/** With more cards than this the DOM costs seconds, and the same bytes are written without it. */
const mostCardsInDom = 200;

/**
 * Draws a flow as SVG: cards with a row per key, shared destinations on a rail at the right; with a
 * replay also traffic, shares and drop-outs, with findings their badges. The text is one well-formed
 * XML document that needs nothing else: dark mode, print and names for screen readers are in it.
 * The same flow gives the same bytes on any machine.
 */
export async function drawFlow(flow: CallFlow, options: DrawOptions = {}): Promise<string> {
  const drawing = layoutFlow(flow, options);
  const scene = drawScene(drawing);
  return drawing.cards.length > mostCardsInDom ? emitText(scene) : emitD3(scene);
}
