import {
  allElements,
  attributeOf,
  elementsOf,
  valueIn,
  type XmlElement,
} from '../../source/xml-tree.ts';
import type { XmlImporter } from '../importer.ts';

/** True for an element that FreeSWITCH reads as a menu. */
export function isMenu(element: XmlElement): boolean {
  return (
    element.local === 'menu' &&
    attributeOf(element, 'name') !== undefined &&
    (attributeOf(element, 'greet-long') !== undefined || elementsOf(element, 'entry').length > 0)
  );
}

/** True for an action of the dialplan that begins a menu. */
export const beginsMenu = (element: XmlElement): boolean =>
  (element.local === 'action' || element.local === 'anti-action') &&
  valueIn(element, 'application') === 'ivr';

/** Menus of FreeSWITCH, and parts of its dialplan that lead callers into them. */
export const freeswitchImporter: XmlImporter = {
  format: 'freeswitch',
  title: 'FreeSWITCH',
  roots: [
    'include',
    'document',
    'section',
    'configuration',
    'menus',
    'menu',
    'context',
    'extension',
  ],
  isMeant: (text) => /<menu\s[^>]*greet-long/.test(text) || text.includes('application="ivr"'),
  recognise({ source, neighbours, root }) {
    const elements = allElements(root);
    if (!elements.some((element) => isMenu(element) || beginsMenu(element))) return undefined;
    return async () => {
      const { importFreeswitch } = await import('./import-freeswitch.ts');
      return importFreeswitch({ source, root }, neighbours);
    };
  },
};
