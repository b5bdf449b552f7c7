import { allElements, valueIn, type XmlElement } from '../../source/xml-tree.ts';

/** The language that a file names for its phrases; FreeSWITCH itself speaks English. */
export function readLanguage(root: XmlElement): string {
  for (const element of allElements(root)) {
    const name = element.local === 'language' ? valueIn(element, 'name') : undefined;
    const data = element.local === 'action' ? valueIn(element, 'data') : undefined;
    const set = /^default_language=(.+)$/.exec(data ?? '')?.[1];
    const found = set ?? name;
    if (found !== undefined && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(found)) return found;
  }
  return 'en';
}
