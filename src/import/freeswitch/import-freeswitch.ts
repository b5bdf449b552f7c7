import { nameFrom, type NodeId } from '../../script/names.ts';
import type { ScriptDocument } from '../../script/script-document.ts';
import { elementsOf } from '../../source/xml-tree.ts';
import { countNodes } from '../count-nodes.ts';
import { fileTitle } from '../file-title.ts';
import { mergeReports, type ImportReport } from '../import-report.ts';
import type { Imported, Neighbours } from '../importer.ts';
import { createNameTable } from '../name-table.ts';
import { createScriptWriter, type ScriptWriter } from '../script-writer.ts';
import { placeOf, tagPlace, type Located, type XmlDocument } from '../xml-document.ts';
import { openLibrary, type Library } from './library.ts';
import type { ApplicationContext } from './map-application.ts';
import { findExtension, mapExtension } from './map-dialplan.ts';
import { mapMenu } from './map-menu.ts';
import { createMenuStack, entriesOf, menuPlace, nameOf, type Beginning } from './menu-stack.ts';
import { entryExtensions, extensionsIn, literalNumber, type Extension } from './read-dialplan.ts';
import { reachableExtensions } from './reachable-extensions.ts';
import { readLanguage } from './read-language.ts';

interface ImportedScript {
  readonly document: ScriptDocument;
  readonly report: ImportReport;
}

function reportOn(writer: ScriptWriter, blocks: number): ImportReport {
  const counted = countNodes(writer.nodes());
  return { flows: 1, blocks, ...counted, eventHooks: [], unresolved: writer.notes() };
}

/** Menus that no other menu leads into; where all lead into each other, the first of them. */
function firstMenus(own: readonly Located[]): readonly Located[] {
  const called = new Set(
    own.flatMap((menu) =>
      entriesOf(menu).flatMap(({ element }) =>
        elementsOf(element).length === 0
          ? element.attributes
              .filter(({ name, value }) => name === 'param' && value !== nameOf(menu))
              .map(({ value }) => value.replace(/^ivr\s+/, '').trim())
          : [],
      ),
    ),
  );
  const free = own.filter((menu) => !called.has(nameOf(menu)));
  return free.length > 0 ? free : own.slice(0, 1);
}

/** A script for the menus that calls come to from one menu; what the dialplan does isn't known. */
function importMenu(
  { source, root }: XmlDocument,
  menu: Located,
  id: string,
  library: Library,
): ImportedScript {
  const writer = createScriptWriter(source, 'freeswitch', placeOf(source, root.tag));
  const name = nameOf(menu);
  const after = writer.freshId('after-the-menu', 'after-the-menu');
  const stack = createMenuStack(writer, library, [{ menu: name, after }]);
  const context: ApplicationContext = {
    writer,
    library,
    begin: (called) => stack.menuId(called),
    extension: () => undefined,
  };
  for (const one of stack.menus) mapMenu(one, stack, context);
  const script = { unknown: `the dialplan goes on after the menu "${name}"` };
  if (writer.ledTo().has(after))
    writer.add(after, { kind: 'subflow', title: 'The dialplan goes on', script }, menuPlace(menu));
  const blocks = stack.menus.reduce((sum, one) => sum + 1 + entriesOf(one).length, 0);
  const document = writer.finish(
    {
      id: id as NodeId,
      title: name,
      language: readLanguage(root),
      defaults: { bargeIn: true },
      entries: [{ start: stack.menuId(name) }],
    },
    [menuPlace(menu)],
  );
  return { document, report: reportOn(writer, blocks) };
}

/** A script for a part of the dialplan and the menus that it leads into. */
function importDialplan(
  { source, root }: XmlDocument,
  extensions: readonly Extension[],
  id: string,
  library: Library,
): ImportedScript {
  const writer = createScriptWriter(source, 'freeswitch', placeOf(source, root.tag));
  const end = writer.freshId('hang-up', 'hang-up');
  const missed = writer.freshId('no-extension', 'no-extension');
  const ids = new Map<Extension, NodeId>();
  const waiting: Extension[] = [];
  const idOf = (one: Extension): NodeId => {
    const id = ids.get(one) ?? writer.freshId(one.name, 'extension');
    if (!ids.has(one)) waiting.push(one);
    ids.set(one, id);
    return id;
  };
  const beginnings: Beginning[] = [];
  const menuIds = new Map<string, NodeId>();
  const context: ApplicationContext = {
    writer,
    library,
    begin(menu, after) {
      beginnings.push({ menu, after });
      const known = menuIds.get(menu) ?? writer.freshId(menu, 'menu');
      menuIds.set(menu, known);
      return known;
    },
    extension(destination, area) {
      const found = findExtension(extensions, destination, area);
      return found && idOf(found);
    },
  };
  const following = new Map<Extension, Extension>();
  const lastLike = new Map<string, Extension>();
  for (const one of extensions.toReversed()) {
    const key = `${one.context}\n${one.destination ?? ''}`;
    const next = lastLike.get(key);
    if (next !== undefined) following.set(one, next);
    lastLike.set(key, one);
  }
  const nextLike = (one: Extension): NodeId => {
    const next = following.get(one);
    return next === undefined ? missed : idOf(next);
  };
  const mapWaiting = () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
      const here = one;
      const to = mapExtension(one, context, end, () => nextLike(here));
      writer.add(idOf(one), { kind: 'announcement', title: one.name, to }, tagPlace(one));
    }
  };
  const starts = entryExtensions(extensions, root);
  const entries = starts.map((one) => {
    const number = literalNumber(one.destination) ?? { unknown: one.destination ?? '' };
    const dialled = one.destination === undefined ? {} : { number };
    return { ...dialled, start: idOf(one), title: one.name };
  });
  // All of them before the menus: a menu must know everything that begins it.
  for (const one of reachableExtensions(starts, extensions, library)) idOf(one);
  mapWaiting();
  const stack = createMenuStack(writer, library, beginnings, menuIds);
  for (const one of stack.menus) {
    mapMenu(one, stack, { ...context, begin: (menu) => stack.menuId(menu) });
  }
  mapWaiting();
  const at = placeOf(source, root.tag);
  if (writer.ledTo().has(end)) writer.add(end, { kind: 'hangup' }, at);
  const script = { unknown: 'the dialplan goes on with its next extension' };
  if (writer.ledTo().has(missed))
    writer.add(missed, { kind: 'subflow', title: 'The next extension', script }, at);
  for (const one of extensions.filter((other) => !ids.has(other)))
    writer.tell(`No call comes to the extension "${one.name}" from a menu.`, tagPlace(one));
  const actions = extensions
    .flatMap(({ conditions }) => conditions)
    .reduce((sum, { element }) => sum + 1 + elementsOf(element, 'action', 'anti-action').length, 0);
  const entriesIn = stack.menus.reduce((sum, one) => sum + 1 + entriesOf(one).length, 0);
  const document = writer.finish(
    {
      id: id as NodeId,
      title: fileTitle(source.path),
      language: readLanguage(root),
      defaults: { bargeIn: true },
      entries,
    },
    starts.map(tagPlace),
  );
  return { document, report: reportOn(writer, extensions.length + actions + entriesIn) };
}

/** Imports a file of FreeSWITCH: a script for every first menu, or one for its part of the dialplan. */
export function importFreeswitch(document: XmlDocument, neighbours: Neighbours): Imported {
  const library = openLibrary(document, neighbours);
  const ids = createNameTable();
  const idFor = (text: string) => ids.take(nameFrom(text, 'menu'));
  const extensions = extensionsIn(document);
  const imported = extensions.some((one) => one.beginsMenu)
    ? [importDialplan(document, extensions, idFor(fileTitle(document.source.path)), library)]
    : firstMenus(library.own).map((menu) =>
        importMenu(document, menu, idFor(nameOf(menu)), library),
      );
  return {
    documents: imported.map((one) => one.document),
    findings: [],
    report: mergeReports(imported.map((one) => one.report)),
  };
}
