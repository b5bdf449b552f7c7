import { drawScene } from './draw-scene.ts';
import type { Drawing } from './drawing.ts';
import { emitD3 } from './emit-d3.ts';
import { emitText } from './emit-text.ts';

/** With more cards than this the DOM costs seconds, and the same bytes are written without it. */
const mostCardsInDom = 200;

/** A drawing as an SVG document. */
export function writeDrawing(drawing: Drawing): Promise<string> | string {
  const scene = drawScene(drawing);
  return drawing.cards.length > mostCardsInDom ? emitText(scene) : emitD3(scene);
}
