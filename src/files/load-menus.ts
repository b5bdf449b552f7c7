import { basename, resolve } from 'node:path';
import type { ImportReport } from '../import/import-report.ts';
import type { MenuFile } from '../import/menu-file.ts';
import { readMenuFile } from '../import/read-menu-file.ts';
import type { DirectoryDocument } from '../routing/directory.ts';
import type { ScriptDocument } from '../script/script-document.ts';
import type { Finding } from '../source/finding.ts';
import type { Source } from '../source/source.ts';
import { findFiles, type FoundFile } from './find-files.ts';
import {
  createDirectoryLoader,
  type DirectoryLoader,
  type LoadedDirectory,
} from './load-directories.ts';
import { isTypeScript } from './is-typescript.ts';
import { exportedDirectory } from './exported-directory.ts';
import { createNeighbourCache, neighboursOf, type NeighbourCache } from './neighbours.ts';
import { readSource, readTextFile, type TextFile } from './read-source.ts';

/** A script with the directory that it, or the user, names. */
export interface LoadedScript {
  readonly document: ScriptDocument;
  readonly directory: DirectoryDocument | undefined;
}

/** A menu file as it was read: its scripts (a vendor's file may hold several), and what is wrong. */
export interface LoadedMenu {
  readonly source: Source;
  readonly scripts: readonly LoadedScript[];
  readonly findings: readonly Finding[];
  /** What became of a vendor's blocks; nothing for ivrkit's own formats. */
  readonly report: ImportReport | undefined;
}

/** Everything that the paths of a command stand for. */
export interface LoadedFiles {
  readonly menus: readonly LoadedMenu[];
  /** Each directory once: those named by the user, found in a folder, or named by a script. */
  readonly directories: readonly LoadedDirectory[];
  /** Files in folders that are no menu and no directory. */
  readonly skipped: readonly string[];
}

export interface LoadOptions {
  readonly cwd: string;
  readonly stdin: AsyncIterable<Uint8Array>;
  /** A directory file to use instead of the one that a script names, or where it names none. */
  readonly directory?: string | undefined;
  /** A file that was read already, as some can be read only once: standard input, and pipes. */
  readonly already?: Source | undefined;
  /** Recordings without a length get that of their file: where what is heard counts, not what is written. */
  readonly recordings?: boolean;
}

/** True for a file that says it is ours and can't be read: skipped, it would pass for checked. */
function isBroken({ text }: Source, { findings }: MenuFile): boolean {
  const says = /^[ \t{]*["']?(?:ivr|directory)["']?[ \t]*:[ \t]*\d/m;
  return findings.some(({ ruleId }) => ruleId === 'syntax') && says.test(text);
}

/** Menus by their endings; old exports of consoles have none, and most CSV files are no menus. */
export const looksLikeMenu = (name: string): boolean =>
  /\.(ya?ml|json|vxml|txml|xml|conf|sql)$|ivr[^.]*\.csv$/i.test(name) || !name.includes('.');

async function loadTypeScriptMenu(
  source: Source,
  options: LoadOptions,
  directories: DirectoryLoader,
): Promise<LoadedMenu> {
  const { readTypeScriptScript } = await import('./load-typescript.ts');
  const { document, findings, directory } = await readTypeScriptScript(
    source,
    resolve(options.cwd, source.path),
  );
  if (document === undefined) return { source, scripts: [], findings, report: undefined };
  if (directory !== undefined)
    return { source, scripts: [{ document, directory }], findings, report: undefined };
  const loaded = await withDirectory(document, options, directories);
  return {
    source,
    scripts: [loaded.script],
    findings: [...findings, ...loaded.findings],
    report: undefined,
  };
}

async function withDirectory(
  document: ScriptDocument,
  options: LoadOptions,
  directories: DirectoryLoader,
): Promise<{ readonly script: LoadedScript; readonly findings: readonly Finding[] }> {
  const { directory, findings } =
    options.directory === undefined
      ? await directories.namedBy(document)
      : { directory: (await directories.load(options.directory)).document, findings: [] };
  return { script: { document: await withLengths(document, options), directory }, findings };
}

/** A document whose recordings have the lengths of their files, where that is asked for. */
async function withLengths(
  document: ScriptDocument,
  { cwd, recordings = false }: LoadOptions,
): Promise<ScriptDocument> {
  const { path } = document.source;
  if (!recordings || path === '-' || !hasRecordings(document)) return document;
  const { withRecordingLengths } = await import('./recording-lengths.ts');
  const script = await withRecordingLengths(document.script, resolve(cwd, path));
  return script === document.script ? document : { ...document, script };
}

const hasRecordings = ({ source }: ScriptDocument): boolean =>
  /\.(?:wav|wave|mp3)\b/i.test(source.text);

/** Reads a file; one without an ending that lies in a folder may be anything, and no text at all. */
async function readFound(file: FoundFile, options: LoadOptions): Promise<TextFile | undefined> {
  if (options.already?.path === file.path) return { source: options.already, finding: undefined };
  if (file.named || basename(file.path).includes('.'))
    return readTextFile(file.path, options.cwd, options.stdin);
  try {
    const text = await readTextFile(file.path, options.cwd, options.stdin);
    return text.finding === undefined ? text : undefined;
  } catch {
    return undefined;
  }
}

async function isVendorDirectory(source: Source): Promise<boolean> {
  const vendors = await import('../import/directory/import-directory.ts');
  return vendors.isVendorDirectory(source);
}

/** What is wrong with a file that is no menu: that it is a log or the like, where it is one. */
async function namingKind(
  source: Source,
  findings: readonly Finding[],
): Promise<readonly Finding[]> {
  const { kindOfRows } = await import('./kind-of-file.ts');
  const { unknownFormatFinding } = await import('../import/format-finding.ts');
  const { goesElsewhere } = await import('../import/looks-like.ts');
  const kind = await kindOfRows(source);
  if (kind === undefined) return findings;
  return [unknownFormatFinding(source, { start: 0, end: 1 }, goesElsewhere(kind))];
}

/** What became of a file: a menu, a directory that the loader keeps, or nothing of ours. */
export type LoadedFile = { readonly menu: LoadedMenu } | 'directory' | 'skipped';

async function loadFile(
  file: FoundFile,
  options: LoadOptions,
  directories: DirectoryLoader,
  cache: NeighbourCache,
): Promise<LoadedFile> {
  const text = await readFound(file, options);
  if (text === undefined) return 'skipped';
  const { source, finding } = text;
  if (finding !== undefined)
    return { menu: { source, scripts: [], findings: [finding], report: undefined } };
  if (isTypeScript(file.path))
    return { menu: await loadTypeScriptMenu(source, options, directories) };
  const neighbours = neighboursOf(file, options.cwd, cache);
  const read = await readMenuFile(source, neighbours);
  if (read.format === undefined) {
    if (read.directory !== undefined) {
      await directories.load(file.path, { source, read: read.directory });
      return 'directory';
    }
    if (await isVendorDirectory(source)) {
      await directories.load(file.path, { source });
      return 'directory';
    }
    if (!file.named && !isBroken(source, read)) return 'skipped';
  }
  const own = read.format === undefined ? await namingKind(source, read.findings) : read.findings;
  const loaded = await Promise.all(
    read.documents.map(async (document) => {
      const { script, findings } = await withDirectory(document, options, directories);
      const directory =
        script.directory ?? (await exportedDirectory(document, neighbours, file.folder, cache));
      return { script: { ...script, directory }, findings };
    }),
  );
  const findings = [...own, ...loaded.flatMap((one) => one.findings)];
  const scripts = loaded.map((one) => one.script);
  return { menu: { source, scripts, findings, report: read.report } };
}

/** Reads files one by one, each directory once. */
export interface FileLoader {
  load(file: FoundFile): Promise<LoadedFile>;
  readonly directories: DirectoryLoader;
}

/** A loader for one run; `onAsk` is told of every directory that is asked for. */
export function createFileLoader(
  options: LoadOptions,
  onAsk?: (directory: string) => void,
): FileLoader {
  const { cwd, stdin } = options;
  const read = (path: string) => readSource(path, cwd, stdin);
  const directories = createDirectoryLoader(cwd, read, onAsk);
  const cache = createNeighbourCache();
  return { directories, load: (file) => loadFile(file, options, directories, cache) };
}

/**
 * Reads menus and directories from files, folders and standard input. What is wrong in a document
 * is a finding; a file that can't be read at all throws an IvrError. TypeScript menus run code, so
 * they are loaded only when they are named, never because they lie in a folder.
 */
export async function loadMenus(
  paths: readonly string[],
  options: LoadOptions,
): Promise<LoadedFiles> {
  const loader = createFileLoader(options);
  const menus: LoadedMenu[] = [];
  const skipped: string[] = [];
  for (const file of await findFiles(paths, options.cwd, looksLikeMenu)) {
    const loaded = await loader.load(file);
    if (loaded === 'skipped') skipped.push(file.path);
    else if (loaded !== 'directory') menus.push(loaded.menu);
  }
  return { menus, directories: loader.directories.loaded(), skipped };
}
