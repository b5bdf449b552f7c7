import { nameFrom, type NodeId } from '../../script/names.ts';
import { allElements, attributeOf, valueIn, type XmlElement } from '../../source/xml-tree.ts';
import { countNodes } from '../count-nodes.ts';
import type { Imported, Neighbours } from '../importer.ts';
import { createScriptWriter } from '../script-writer.ts';
import { placeOf, type XmlDocument } from '../xml-document.ts';
import { itemNames, mapDialog } from './map-form.ts';
import { createPages, type Page } from './page.ts';
import type { Reader, Waiting } from './reader.ts';

/** What is counted as a block: dialogs, what they visit, and what catches events. */
const blocks = new Set<string>([
  ...['form', 'menu', 'link', 'catch', 'noinput', 'nomatch', 'help', 'error'],
  ...itemNames,
]);

function languageOf(root: XmlElement): string {
  const written = attributeOf(root, 'xml:lang')?.value.trim() ?? '';
  return /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(written) ? written : 'en';
}

/** Handlers that no way of a call leads through. */
function tellUnseen(page: Page, reader: Reader): void {
  for (const element of allElements(page.root)) {
    const events = element.local === 'help' ? 'help' : (valueIn(element, 'event') ?? '');
    const isCatch = element.local === 'catch' || element.local === 'help';
    if (!isCatch || !/^(?:connection\.disconnect|help|cancel|telephone\.disconnect)/.test(events))
      continue;
    const when = events.includes('disconnect')
      ? 'after the caller has hung up'
      : `when a caller asks for ${events}`;
    reader.writer.tell(
      `This is done ${when}; the script has no way for that.`,
      placeOf(page.source, element.tag),
    );
  }
}

/** Imports a document of VoiceXML, with the documents that it leads to, as one script. */
export function importVoicexml(document: XmlDocument, neighbours: Neighbours): Imported {
  const { source, root } = document;
  const rootPlace = placeOf(source, root.tag);
  const pages = createPages(document, neighbours);
  const { main } = pages;
  const writer = createScriptWriter(source, 'voicexml', rootPlace);
  const ids = new Map<XmlElement, NodeId>();
  const waiting: Waiting[] = [];
  const seen = new Set<Page>([main]);
  let end: NodeId | undefined;
  const reader: Reader = {
    writer,
    pages,
    language: languageOf(root),
    dialogId(page, dialog) {
      const known = ids.get(dialog);
      if (known !== undefined) return known;
      const name = valueIn(dialog, 'id') ?? (page.dialogs.length > 1 ? dialog.local : page.title);
      const id = writer.freshId(page === main ? name : `${page.title}-${name}`, dialog.local);
      ids.set(dialog, id);
      seen.add(page);
      waiting.push({ page, dialog });
      return id;
    },
    end: () => (end ??= writer.freshId('end', 'end')),
    open: new Set(),
    handled: new Map(),
  };
  const [first] = main.dialogs;
  const start = first === undefined ? reader.end() : reader.dialogId(main, first);
  for (const dialog of main.dialogs) reader.dialogId(main, dialog);
  for (const { dialog, page } of waiting)
    mapDialog(dialog, page, reader.dialogId(page, dialog), reader);
  if (first === undefined) writer.tell('The document has no dialog: calls end at once.', rootPlace);
  if (end !== undefined && (first === undefined || writer.ledTo().has(end)))
    writer.add(end, { kind: 'hangup' }, rootPlace);
  for (const page of seen) tellUnseen(page, reader);
  const read = [...seen].flatMap((page) => allElements(page.root));
  const script = writer.finish(
    {
      id: nameFrom(main.title, 'document') as NodeId,
      title: main.title,
      language: reader.language,
      entries: [{ start }],
    },
    [rootPlace],
  );
  return {
    documents: [script],
    findings: [],
    report: {
      flows: 1,
      blocks: read.filter(({ local }) => blocks.has(local)).length,
      ...countNodes(writer.nodes()),
      eventHooks: [],
      unresolved: writer.notes(),
    },
  };
}
