import type { CallFlow } from '../flow/call-flow.ts';
import { layoutPages } from './layout-pages.ts';
import type { DrawOptions } from './options.ts';
import { writeDrawing } from './write-drawing.ts';

/** A page as a document. */
export interface DrawnPage {
  /** Fit for a file, in the order of the pages: `02-cards`. */
  readonly name: string;
  readonly svg: string;
}

/**
 * Draws a flow on pages: from the calls to the main menu, then a page for each of its keys. Letters are
 * the same on all pages; a way to another page says which.
 */
export async function drawPages(
  flow: CallFlow,
  options: DrawOptions = {},
): Promise<readonly DrawnPage[]> {
  const pages: DrawnPage[] = [];
  for (const { name, drawing } of layoutPages(flow, options)) {
    pages.push({ name, svg: await writeDrawing(drawing) });
  }
  return pages;
}
