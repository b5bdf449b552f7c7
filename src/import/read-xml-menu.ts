import { readXml, rootNameOf } from '../source/read-xml.ts';
import type { Source } from '../source/source.ts';
import { unknownFormatFinding } from './format-finding.ts';
import type { Neighbours } from './importer.ts';
import { xmlImporters } from './importers.ts';
import type { MenuFile } from './menu-file.ts';

const nothing = { format: undefined, documents: [] } as const;

/**
 * Reads a menu file in XML. Only a file whose first element is that of a format is read whole; one
 * that is meant to be of a format and is broken is told as a file of that format.
 */
export async function readXmlMenu(source: Source, neighbours: Neighbours): Promise<MenuFile> {
  const rootName = rootNameOf(source);
  const fitting = xmlImporters.filter(
    ({ roots }) => rootName !== undefined && roots.includes(rootName),
  );
  const unknown = (found: string): MenuFile => {
    const finding = unknownFormatFinding(source, { start: 0, end: 1 }, found);
    return { ...nothing, findings: [finding] };
  };
  if (rootName === undefined) return unknown('it begins like XML, but has no element');
  if (fitting.length === 0) return unknown(`it is XML that begins with <${rootName}>`);
  const { root, findings } = readXml(source);
  if (root === undefined) {
    const meant = fitting.find(({ isMeant }) => isMeant(source.text));
    return { ...nothing, format: meant?.format, findings };
  }
  for (const { format, recognise } of fitting) {
    const read = recognise({ source, neighbours, root });
    if (read !== undefined) return { ...(await read()), format };
  }
  return unknown(`it is XML that begins with <${rootName}>, without a menu`);
}
