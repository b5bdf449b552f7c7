import { cleanText } from '../../diagram/clean-text.ts';
import { emitText } from '../../diagram/emit-text.ts';
import type { SceneNode } from '../../diagram/scene.ts';

/** A piece of a page: an element, or text as it reads. */
export type Html = SceneNode | string;

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Pieces that may be left out, or come several at a time. */
export type Pieces = readonly (Html | undefined | readonly Html[])[];

/** An element of a page; `true` is an attribute without a value, nothing and `false` leave it out. */
export function html(tag: string, attributes: Attributes = {}, ...pieces: Pieces): SceneNode {
  const attrs: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    attrs[name] = value === true ? '' : String(value);
  }
  const children = pieces.flatMap((piece): readonly Html[] =>
    piece === undefined ? [] : Array.isArray(piece) ? (piece as readonly Html[]) : [piece as Html],
  );
  return { tag, attrs, children: children.filter((child) => child !== '') };
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const escapedValue = (text: string): string => escaped(text).replaceAll('"', '&quot;');

const empty = new Set(['meta', 'input', 'br', 'hr']);

/**
 * A piece as HTML. Every text and every value of an attribute is escaped; pictures are written as the
 * XML that they are. Elements whose content isn't text (`script`, `style`) don't belong here.
 */
export function emitHtml(piece: Html): string {
  if (typeof piece === 'string') return escaped(piece);
  const { tag, attrs, children } = piece;
  if (tag === 'script' || tag === 'style') throw new RangeError(`<${tag}> can't be escaped`);
  if (tag === 'svg') return emitText(piece);
  const attributes = Object.entries(attrs)
    .map(([name, value]) => ` ${name}="${escapedValue(value)}"`)
    .join('');
  if (empty.has(tag)) return `<${tag}${attributes}>`;
  return `<${tag}${attributes}>${children.map(emitHtml).join('')}</${tag}>`;
}

const most = 400;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** A text from a file, fit to be shown: one line, no controls, at most 400 UTF-16 units of it. */
export function shown(text: string): string {
  return text.length > most ? `${cleanText(text)}…` : cleanText(text);
}

/** A name from a file within a sentence: writing that goes the other way turns nothing round it. */
export function named(text: string): Html {
  const clean = shown(text);
  return rightToLeft.test(clean) ? html('bdi', {}, clean) : clean;
}
