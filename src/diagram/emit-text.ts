import type { SceneNode } from './scene.ts';

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const escapeValue = (value: string): string =>
  escapeText(value)
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#x9;')
    .replaceAll('\n', '&#xA;')
    .replaceAll('\r', '&#xD;');

/**
 * A scene as SVG text, without a DOM, byte for byte what the DOM's own serialisation gives (W3C, DOM
 * Parsing and Serialization). For drawings of many cards, where a DOM costs seconds.
 */
export function emitText({ tag, attrs, children }: SceneNode): string {
  const attributes = Object.entries(attrs)
    .map(([name, value]) => ` ${name}="${escapeValue(value)}"`)
    .join('');
  if (children.length === 0) return `<${tag}${attributes}/>`;
  const content = children
    .map((child) => (typeof child === 'string' ? escapeText(child) : emitText(child)))
    .join('');
  return `<${tag}${attributes}>${content}</${tag}>`;
}
