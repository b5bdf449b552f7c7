import type { CallFlow } from '../flow/call-flow.ts';
import { layoutFlow } from './layout-flow.ts';
import type { DrawOptions } from './options.ts';
import { writeDrawing } from './write-drawing.ts';

/**
 * Draws a flow as SVG: cards with a row per key, shared destinations on a rail at the right; with a
 * replay also traffic, shares and drop-outs, with findings their badges. The text is one well-formed
 * XML document that needs nothing else: dark mode, print and names for screen readers are in it.
 * The same flow gives the same bytes on any machine. Throws an IvrError `usage` for a focus that the
 * flow hasn't, and for a least share without a replay.
 */
export async function drawFlow(flow: CallFlow, options: DrawOptions = {}): Promise<string> {
  return writeDrawing(layoutFlow(flow, options));
}
