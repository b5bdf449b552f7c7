import { readXml } from '../../source/read-xml.ts';
import { allElements, elementsOf, valueIn } from '../../source/xml-tree.ts';
import type { Neighbours } from '../importer.ts';
import type { Located, XmlDocument } from '../xml-document.ts';
import { isMenu } from './recognise.ts';

/** What menus and dialplans refer to by name: in the file itself, else in the files beside it. */
export interface Library {
  /** The menus of the file itself, in its order; of two with one name the first counts. */
  readonly own: readonly Located[];
  readonly menu: (name: string) => Located | undefined;
  readonly macro: (name: string) => Located | undefined;
}

/** Beyond this a configuration is somebody's disk. */
const mostFiles = 300;
const mostLetters = 2_000_000;

const nameOf = ({ element }: Located): string => valueIn(element, 'name') ?? '';

function byName(located: readonly Located[]): Map<string, Located> {
  const table = new Map<string, Located>();
  for (const one of located) if (!table.has(nameOf(one))) table.set(nameOf(one), one);
  return table;
}

function menusIn({ source, root }: XmlDocument): readonly Located[] {
  return allElements(root).flatMap((element) => (isMenu(element) ? [{ source, element }] : []));
}

/** Macros of a language stand in `<phrases><macros>`, or in `<include>` where they are a part. */
function macrosIn({ source, root }: XmlDocument): readonly Located[] {
  return allElements(root).flatMap((element) =>
    element.local === 'macro' && elementsOf(element, 'input').length > 0
      ? [{ source, element }]
      : [],
  );
}

function neighbouring(neighbours: Neighbours, own: string): readonly XmlDocument[] {
  return neighbours.paths
    .filter((path) => /\.xml$/i.test(path))
    .slice(0, mostFiles)
    .flatMap((path) => {
      const source = neighbours.read(path);
      if (source === undefined || source.path === own || source.text.length > mostLetters)
        return [];
      if (!/<(?:menu|macro)\b/.test(source.text)) return [];
      const { root } = readXml(source);
      return root === undefined ? [] : [{ source, root }];
    });
}

/** Opens the library of a file; the files beside it are read only when something isn't in it. */
export function openLibrary(document: XmlDocument, neighbours: Neighbours): Library {
  const own = menusIn(document);
  const menus = byName(own);
  const macros = byName(macrosIn(document));
  let beside: { menus: Map<string, Located>; macros: Map<string, Located> } | undefined;
  const besides = () => {
    if (beside === undefined) {
      const documents = neighbouring(neighbours, document.source.path);
      beside = {
        menus: byName(documents.flatMap(menusIn)),
        macros: byName(documents.flatMap(macrosIn)),
      };
    }
    return beside;
  };
  return {
    own: [...menus.values()],
    menu: (name) => menus.get(name) ?? besides().menus.get(name),
    macro: (name) => macros.get(name) ?? besides().macros.get(name),
  };
}
