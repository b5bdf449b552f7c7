/** A part of a document to write: an element, or text. */
export type XmlPart = string | XmlPiece;

export interface XmlPiece {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  readonly children: readonly XmlPart[];
}

/** An element; attributes without a value are left out. */
export function xml(
  name: string,
  attributes: XmlPiece['attributes'] = {},
  ...children: readonly (XmlPart | undefined)[]
): XmlPiece {
  return { name, attributes, children: children.filter((child) => child !== undefined) };
}

/** Signs that XML 1.0 can't hold at all. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const xmlText = (text: string): string =>
  text
    .replace(forbidden, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

const attributeText = (text: string): string =>
  xmlText(text)
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, ' ');

function openTag({ name, attributes }: XmlPiece): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${attributeText(String(value))}"`],
  );
  return `<${name}${written.join('')}`;
}

/** Text and what stands in it is on one line: blanks between would be heard, or read. */
function inline(part: XmlPart): string {
  if (typeof part === 'string') return xmlText(part);
  if (part.children.length === 0) return `${openTag(part)}/>`;
  return `${openTag(part)}>${part.children.map(inline).join('')}</${part.name}>`;
}

function lines(piece: XmlPiece, indent: string): readonly string[] {
  if (piece.children.length === 0 || piece.children.some((child) => typeof child === 'string'))
    return [`${indent}${inline(piece)}`];
  return [
    `${indent}${openTag(piece)}>`,
    ...piece.children.flatMap((child) =>
      typeof child === 'string' ? [] : lines(child, `${indent}  `),
    ),
    `${indent}</${piece.name}>`,
  ];
}

/** A whole document in UTF-8. */
export function xmlDocument(root: XmlPiece): string {
  return `${['<?xml version="1.0" encoding="UTF-8"?>', ...lines(root, '')].join('\n')}\n`;
}
