import { drawScene } from './draw-scene.ts';
import type { Drawing } from './drawing.ts';
import { emitD3 } from './emit-d3.ts';
import { emitText } from './emit-text.ts';
import type { SceneNode } from './scene.ts';

/** With more cards than this the DOM costs more than all else, and the same bytes are written without it. */
const mostCardsInDom = 60;

/** A scene with so many cards as an SVG document. */
export function writeScene(scene: SceneNode, cards: number): Promise<string> | string {
  return cards > mostCardsInDom ? emitText(scene) : emitD3(scene);
}

/** A drawing as an SVG document. */
export function writeDrawing(drawing: Drawing): Promise<string> | string {
  return writeScene(drawScene(drawing), drawing.cards.length);
}
