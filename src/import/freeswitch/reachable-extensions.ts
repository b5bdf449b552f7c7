import { allElements, valueIn, type XmlElement } from '../../source/xml-tree.ts';
import type { Library } from './library.ts';
import { findExtension } from './map-dialplan.ts';
import { sentTo, type Extension } from './read-dialplan.ts';

/** An application with what it is given, wherever one is written. */
function applicationsIn(root: XmlElement): readonly (readonly [string, string])[] {
  return allElements(root).flatMap((element): readonly (readonly [string, string])[] => {
    if (element.local === 'action' || element.local === 'anti-action')
      return [[valueIn(element, 'application') ?? '', valueIn(element, 'data') ?? '']];
    if (element.local === 'entry') {
      const param = valueIn(element, 'param') ?? '';
      if (valueIn(element, 'action')?.toLowerCase() === 'menu-sub') return [['ivr', param]];
      const [name = '', ...data] = param.split(' ');
      return [[name, data.join(' ')]];
    }
    if (element.local !== 'menu') return [];
    return ['exec-on-max-failures', 'exec-on-max-timeouts'].map((attribute) => {
      const [name = '', ...data] = (valueIn(element, attribute) ?? '').split(' ');
      return [name, data.join(' ')] as const;
    });
  });
}

/** Where `play_and_get_digits` sends calls whose digits aren't there. */
const failedTo = (data: string): string | undefined => /'([^']+)'\s*$/.exec(data)?.[1];

/**
 * The extensions that calls can come to from these, through each other and through menus, each once,
 * in the order in which they are found.
 */
export function reachableExtensions(
  starts: readonly Extension[],
  extensions: readonly Extension[],
  library: Library,
): ReadonlySet<Extension> {
  const found = new Set(starts);
  const menus = new Set<string>();
  const waiting: XmlElement[] = starts.map(({ element }) => element);
  const visit = (destination: string, context: string | undefined) => {
    const extension = findExtension(extensions, destination, context);
    if (extension === undefined || found.has(extension)) return;
    found.add(extension);
    waiting.push(extension.element);
  };
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
    for (const [application, data] of applicationsIn(here)) {
      const menu = application === 'ivr' ? data.split(/\s+/)[0] : undefined;
      const called = menu === undefined || menus.has(menu) ? undefined : library.menu(menu);
      if (menu !== undefined && called !== undefined) {
        menus.add(menu);
        waiting.push(called.element);
      }
      const destination = sentTo(application, data);
      if (destination !== undefined) visit(destination, data.split(/\s+/)[2]);
      const failed = application === 'play_and_get_digits' ? failedTo(data) : undefined;
      if (failed !== undefined) visit(failed.split(/\s+/)[0] ?? '', failed.split(/\s+/)[2]);
    }
  }
  return found;
}
