import { isDirectoryTree } from '../routing/is-directory-tree.ts';
import { readScript } from '../script/read-script.ts';
import type { Finding } from '../source/finding.ts';
import { looksLikeJson } from '../source/looks-like-json.ts';
import type { ReadResult } from '../source/read-result.ts';
import { readShortYaml } from '../source/read-short-yaml.ts';
import type { Source } from '../source/source.ts';
import { fieldOf } from '../source/tree.ts';
import { unknownFormatFinding } from './format-finding.ts';
import {
  noNeighbours,
  type Importer,
  type Neighbours,
  type TextReading,
  type TreeReading,
} from './importer.ts';
import { textImporters } from './text-importers.ts';
import { looksLike } from './looks-like.ts';
import type { MenuFile } from './menu-file.ts';

const nothing = (findings: readonly Finding[]): MenuFile => ({
  format: undefined,
  documents: [],
  findings,
});

/** The values of a file; what reads them is loaded when it is needed. */
async function readTrees(source: Source): Promise<readonly ReadResult[]> {
  if (looksLikeJson(source)) {
    const { readJsonValues } = await import('../source/read-json-values.ts');
    return readJsonValues(source);
  }
  const short = readShortYaml(source);
  if (short !== undefined) return [short];
  const { readFullYaml } = await import('../source/read-full-yaml.ts');
  return [readFullYaml(source)];
}

/** The first format that knows the file takes it. */
async function importBy<Reading extends TextReading>(
  importers: readonly Importer<Reading>[],
  reading: Reading,
  findings: readonly Finding[] = [],
): Promise<MenuFile | undefined> {
  for (const { format, recognise } of importers) {
    const read = recognise(reading);
    if (read === undefined) continue;
    const imported = await read();
    return { ...imported, format, findings: [...findings, ...imported.findings] };
  }
  return undefined;
}

/** Exports in JSON or YAML; what recognises them is loaded only for what isn't ours. */
async function importByTree(
  reading: TreeReading,
  findings: readonly Finding[],
): Promise<MenuFile | undefined> {
  const { treeImporters } = await import('./importers.ts');
  return importBy(treeImporters, reading, findings);
}

/**
 * Reads a menu file of any format that is known: a native script in YAML or JSON, or a vendor's
 * export, recognised by content; the name of the file doesn't count. Everything that is wrong is a
 * finding at its place; a file that is no menu is one finding `unknown-format`, one that can't be
 * read as text of its kind one finding `syntax`. `neighbours` are the files that a vendor's export
 * may refer to; without them such references stay unresolved.
 */
export async function readMenuFile(
  source: Source,
  neighbours: Neighbours = noNeighbours,
): Promise<MenuFile> {
  const byText = await importBy(textImporters, { source, neighbours });
  if (byText !== undefined) return byText;
  if (/^\uFEFF?\s*</.test(source.text)) {
    const { readXmlMenu } = await import('./read-xml-menu.ts');
    return readXmlMenu(source, neighbours);
  }
  const results = await readTrees(source);
  const findings = results.flatMap((result) => result.findings);
  const trees = results.flatMap(({ tree }) => (tree === undefined ? [] : [tree]));
  const [first, second] = trees;
  if (first === undefined) return nothing(findings);

  const natives = trees.filter((tree) => fieldOf(tree, 'ivr') !== undefined);
  if (natives.length === 1 && second === undefined) {
    const { document, findings: own } = await readScript(source, first);
    return {
      format: 'native',
      documents: document === undefined ? [] : [document],
      findings: [...findings, ...own],
    };
  }
  const foreign = trees.filter((tree) => !natives.includes(tree));
  const reading = { source, neighbours, trees: foreign };
  const byTree = foreign.length === 0 ? undefined : await importByTree(reading, findings);
  if (byTree !== undefined) return byTree;
  if (results.length > trees.length) return nothing(findings);
  const found =
    natives.length > 0 ? 'it holds several scripts one after another' : looksLike(first);
  const at = { start: first.start, end: first.start + 1 };
  const unknown = nothing([unknownFormatFinding(source, at, found)]);
  const [result, another] = results;
  const isDirectory = result !== undefined && another === undefined && isDirectoryTree(first);
  return isDirectory ? { ...unknown, directory: result } : unknown;
}
