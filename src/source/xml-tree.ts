import type { Extent } from './tree.ts';

/** An attribute as it was written. */
export interface XmlAttribute extends Extent {
  readonly name: string;
  readonly nameExtent: Extent;
  readonly value: string;
  /** Between the quotes. */
  readonly valueExtent: Extent;
}

/** Text between tags, entities resolved. */
export interface XmlText extends Extent {
  readonly kind: 'text';
  readonly text: string;
}

/** An element with everything in it, from `<` to behind the end of its closing tag. */
export interface XmlElement extends Extent {
  readonly kind: 'element';
  /** As written, with its prefix. */
  readonly name: string;
  /** Without a prefix. */
  readonly local: string;
  /** The name in the opening tag. */
  readonly nameExtent: Extent;
  /** The opening tag: where findings about the element point. */
  readonly tag: Extent;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly (XmlElement | XmlText)[];
}

/** The attribute of that name, prefixes not counted, or nothing. */
export function attributeOf(element: XmlElement, name: string): XmlAttribute | undefined {
  return element.attributes.find((attribute) => attribute.name === name);
}

/** The value of an attribute without blanks around; nothing where it is missing or blank. */
export function valueIn(element: XmlElement, name: string): string | undefined {
  const value = attributeOf(element, name)?.value.trim();
  return value === '' ? undefined : value;
}

/** The elements right below one, those of these names if names are given. */
export function elementsOf(
  element: XmlElement,
  ...names: readonly string[]
): readonly XmlElement[] {
  return element.children.flatMap((child) =>
    child.kind === 'element' && (names.length === 0 || names.includes(child.local)) ? [child] : [],
  );
}

/** All elements below one, itself first, in the order of the text. */
export function allElements(root: XmlElement): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const waiting = [root];
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
    found.push(here);
    for (const child of elementsOf(here).toReversed()) waiting.push(child);
  }
  return found;
}

/** All text in an element, blanks folded. */
export function textIn(element: XmlElement): string {
  const parts: string[] = [];
  const waiting: (XmlElement | XmlText)[] = [element];
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
    if (here.kind === 'text') parts.push(here.text);
    else for (const child of here.children.toReversed()) waiting.push(child);
  }
  return parts.join('').replace(/\s+/g, ' ').trim();
}
