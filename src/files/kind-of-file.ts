import { fileKinds, kindOfTree, type FileKind } from '../import/file-kinds.ts';
import type { Source } from '../source/source.ts';

/** How much of a table or a log tells what it is, in characters. */
const headLength = 64 * 1024;

/** What a text is by its header or its first rows: a log of any format, a report, or a table. */
export async function kindOfRows({ path, text }: Source): Promise<FileKind | undefined> {
  const { isNative } = await import('../calls/formats/is-native.ts');
  const { textHead } = await import('../calls/formats/log-head.ts');
  const { logFormats } = await import('../calls/formats/log-formats.ts');
  const { recogniseLayout } = await import('../calls/formats/log-layout.ts');
  const { detailColumns } = await import('../calls/report/detail-record.ts');
  const { reportColumns } = await import('../calls/report/report-columns.ts');
  const { isReasonHeader } = await import('../design/reason-columns.ts');
  const { readTable } = await import('../source/read-table.ts');
  const head = text.slice(0, headLength);
  if (isNative(head)) return fileKinds.log;
  const layout = recogniseLayout(textHead(head), logFormats);
  if (layout !== undefined)
    return { ...fileKinds.log, is: `${fileKinds.log.is} (${layout.format.title})` };
  const [header] = readTable({ path, text: head }).rows;
  const names = header?.cells.map((cell) => cell.text) ?? [];
  if (isReasonHeader(names)) return fileKinds.reasons;
  const { node, last, count } = reportColumns(names).position;
  const isReport = count !== undefined && (node !== undefined || last !== undefined);
  return isReport || detailColumns(names) !== undefined ? fileKinds.report : undefined;
}

/** What a document in JSON or YAML says that it is. */
async function kindOfDocument(source: Source): Promise<FileKind | undefined> {
  const { readTree } = await import('../script/parse-script.ts');
  const { tree } = readTree(source);
  const kind = tree === undefined ? undefined : kindOfTree(tree);
  return kind === undefined ? undefined : fileKinds[kind];
}

/**
 * What a file is, for messages to those who gave it where another was asked for: told by its content
 * alone, and nothing where that can't be told. Reads all of it, so it is asked only about what failed.
 */
export async function kindOfFile(source: Source): Promise<FileKind | undefined> {
  const { readMenuFile } = await import('../import/read-menu-file.ts');
  const { format, directory } = await readMenuFile(source);
  if (format === 'native') return fileKinds.menu;
  if (format !== undefined) {
    const { titleOfFormat } = await import('../import/importers.ts');
    return { ...fileKinds.menu, is: `${fileKinds.menu.is} of ${titleOfFormat(format)}` };
  }
  if (directory !== undefined) return fileKinds.directory;
  const { vendorDirectoryTitle } = await import('../import/directory/import-directory.ts');
  const title = vendorDirectoryTitle(source);
  if (title !== undefined) return { ...fileKinds.directory, is: title };
  const rows = await kindOfRows(source);
  if (rows !== undefined) return rows;
  if (!/^\uFEFF?\s*</.test(source.text)) return kindOfDocument(source);
  const { rootNameOf } = await import('../source/read-xml.ts');
  const root = rootNameOf(source);
  return root === undefined
    ? undefined
    : { is: `XML that begins with <${root}>`, given: undefined };
}
