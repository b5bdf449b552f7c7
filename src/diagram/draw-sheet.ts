import { element, paint, type SceneNode } from './scene.ts';
import type { Language } from '../script/values.ts';
import { fontFamily, styleSheet } from './theme.ts';

/** What every picture has, whatever is drawn on it. */
export interface Sheet {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
}

/** How a picture speaks of itself, and what it is made of. */
export interface SheetParts {
  /** What kind of picture it is, for those who hear it. */
  readonly role: string;
  readonly language: Language;
  /** Patterns that the content fills with. */
  readonly definitions?: readonly SceneNode[];
  readonly content: readonly SceneNode[];
}

/** The SVG document of a picture: its names, its colours, the page, and the content on it. */
export function drawSheet(
  { id, width, height, title, description }: Sheet,
  { role, language, definitions = [], content }: SheetParts,
): SceneNode {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      ...{ id, viewBox: `0 0 ${width} ${height}`, width, height },
      role: 'graphics-document document',
      'aria-roledescription': role,
      // Underscores keep these apart from the cards, whose ids end in a name without one.
      'aria-labelledby': `${id}_title ${id}_description`,
      'xml:lang': language,
      'font-family': fontFamily,
    },
    [
      element('title', { id: `${id}_title` }, [title]),
      element('desc', { id: `${id}_description` }, [description]),
      element('style', {}, [styleSheet(id)]),
      ...definitions,
      element('rect', { width, height, ...paint({ fill: 'page' }) }),
      ...content,
    ],
  );
}
