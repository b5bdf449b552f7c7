import { readXml } from '../../source/read-xml.ts';
import { elementsOf, valueIn, type XmlElement } from '../../source/xml-tree.ts';
import { fileTitle } from '../file-title.ts';
import type { Neighbours } from '../importer.ts';
import type { XmlDocument } from '../xml-document.ts';

/** A document of VoiceXML with its dialogs, and the root of its application. */
export interface Page extends XmlDocument {
  /** From the folder of the document that is imported. */
  readonly path: string;
  readonly title: string;
  readonly dialogs: readonly XmlElement[];
  /** Its handlers, links and properties hold here too. */
  readonly application: Page | undefined;
}

/** Where a reference leads: a document that can be read, with the name of a dialog in it. */
export interface Found {
  readonly page: Page;
  readonly dialog: string | undefined;
}

/** An application of more documents than this isn't followed any further. */
const mostPages = 200;

/** A path without `.` and `..`, from a folder; nothing where it leads out of all folders. */
function joined(folder: string, reference: string): string {
  const parts: string[] = [];
  for (const part of `${folder}/${reference}`.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** Opens documents by reference, each once. */
export function createPages(first: XmlDocument, neighbours: Neighbours) {
  const pages = new Map<string, Page | undefined>();

  const open = (document: XmlDocument, path: string, isRoot: boolean): Page => {
    const reference = isRoot ? undefined : valueIn(document.root, 'application');
    return {
      ...document,
      path,
      title: fileTitle(document.source.path),
      dialogs: elementsOf(document.root, 'form', 'menu'),
      application: reference === undefined ? undefined : read(path, reference, true),
    };
  };
  const read = (from: string, reference: string, isRoot = false): Page | undefined => {
    if (/^[a-z][a-z0-9+.-]*:|^\//i.test(reference)) return undefined;
    const path = joined(folderOf(from), reference.replace(/[?#].*$/, ''));
    const key = `${isRoot ? 'root ' : ''}${path}`;
    if (pages.has(key)) return pages.get(key);
    if (pages.size >= mostPages) return undefined;
    // Set first, so that documents that name each other come to an end.
    pages.set(key, undefined);
    const source = neighbours.read(path);
    const root = source === undefined ? undefined : readXml(source).root;
    const page =
      source === undefined || root?.local !== 'vxml'
        ? undefined
        : open({ source, root }, path, isRoot);
    pages.set(key, page);
    return page;
  };
  const own = first.source.path.replaceAll('\\', '/');
  const name = own.slice(own.lastIndexOf('/') + 1);
  // Set first, so that a document that leads back here finds no second one.
  pages.set(name, undefined);
  const main = open(first, name, false);
  pages.set(name, main);
  return {
    main,
    /** The page and dialog of `#name`, `file.vxml` or `file.vxml#name`; nothing outside the folder. */
    find(from: Page, reference: string): Found | undefined {
      const [file = '', dialog] = reference.split('#');
      const page = file === '' ? from : read(from.path, file);
      return page === undefined ? undefined : { page, dialog };
    },
  };
}
export type Pages = ReturnType<typeof createPages>;
