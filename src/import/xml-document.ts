import type { XmlElement, XmlAttribute } from '../source/xml-tree.ts';
import { attributeOf } from '../source/xml-tree.ts';
import { placeBetween, type Place, type Source } from '../source/source.ts';
import type { Extent } from '../source/tree.ts';

/** A file of XML that was read. */
export interface XmlDocument {
  readonly source: Source;
  readonly root: XmlElement;
}

/** An element with the file that it stands in. */
export interface Located {
  readonly source: Source;
  readonly element: XmlElement;
}

export const placeOf = (source: Source, { start, end }: Extent): Place =>
  placeBetween(source, start, end);

/** The opening tag of an element: where findings about it point. */
export const tagPlace = ({ source, element }: Located): Place => placeOf(source, element.tag);

/** The value of an attribute, or the opening tag where there is none. */
export function attributePlace({ source, element }: Located, name: string): Place {
  const attribute: XmlAttribute | undefined = attributeOf(element, name);
  return placeOf(source, attribute?.valueExtent ?? element.tag);
}
