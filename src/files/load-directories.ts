import { dirname, relative, resolve, sep } from 'node:path';
import { fileKinds } from '../import/file-kinds.ts';
import { fileTitle } from '../import/file-title.ts';
import { isTypeScript } from './is-typescript.ts';
import { otherKind } from './other-kind.ts';
import type { DirectoryDocument, DirectoryReading } from '../routing/directory.ts';
import { readDirectory } from '../routing/read-directory.ts';
import type { ScriptDocument } from '../script/script-document.ts';
import type { Finding } from '../source/finding.ts';
import { IvrError } from '../source/ivr-error.ts';
import type { ReadResult } from '../source/read-result.ts';
import type { Source } from '../source/source.ts';

/** A directory file as it was read. */
export interface LoadedDirectory extends DirectoryReading {
  readonly source: Source;
}

/** A directory file that was read to find out what it is. */
export interface ReadDirectory {
  readonly source: Source;
  /** Nothing for a vendor's file, which is read again. */
  readonly read?: ReadResult | undefined;
}

/** What looking for a script's directory gave: none where it names none, or a finding. */
export interface DirectorySearch {
  readonly directory: DirectoryDocument | undefined;
  readonly findings: readonly Finding[];
}

/** Reads directories, each file once, and remembers them in the order they were asked for. */
export interface DirectoryLoader {
  /**
   * Reads a directory that the user names; one in TypeScript is run for that. Throws an IvrError
   * when the file can't be read, or is of another kind. What was read of it already isn't read again.
   */
  load(path: string, already?: ReadDirectory): Promise<LoadedDirectory>;
  /** The directory that a script names. What is wrong with the name is a finding at its place. */
  namedBy(document: ScriptDocument): Promise<DirectorySearch>;
  loaded(): readonly LoadedDirectory[];
}

function isInside(folder: string, file: string): boolean {
  const way = relative(folder, file);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && resolve(folder, way) === file;
}

function missingDirectory(
  document: ScriptDocument,
  name: string,
  why: string,
  help: string,
): Finding {
  return {
    ruleId: 'missing-directory',
    severity: 'error',
    message: `The directory "${name}" ${why}, so queues and hours can't be checked.`,
    data: { directory: name },
    subject: 'directory',
    at: document.places.at(['directory']),
    related: [],
    help,
  };
}

/** A file that says so itself is a native directory, and no vendor's format needs to be loaded. */
const saysDirectory = /^[ \t{]*["']?directory["']?[ \t]*:/m;

async function readAnyDirectory(
  source: Source,
  file: string,
  read: ReadResult | undefined,
): Promise<DirectoryReading> {
  if (isTypeScript(file)) {
    const { readTypeScriptDirectory } = await import('./load-typescript.ts');
    return readTypeScriptDirectory(source, file);
  }
  if (read !== undefined || saysDirectory.test(source.text)) return readDirectory(source, read);
  const { importDirectory } = await import('../import/directory/import-directory.ts');
  return importDirectory([source], fileTitle(file)) ?? readDirectory(source);
}

/**
 * A loader for one run; `onAsk` is told of everything that it is asked to read. A script's directory is
 * read only from its own folder or below `cwd`.
 */
export function createDirectoryLoader(
  cwd: string,
  read: (path: string) => Promise<Source>,
  onAsk?: (path: string) => void,
): DirectoryLoader {
  const readings = new Map<string, Promise<LoadedDirectory>>();
  const done: LoadedDirectory[] = [];

  const begin = async (
    path: string,
    file: string,
    already: ReadDirectory | undefined,
  ): Promise<LoadedDirectory> => {
    const source = already?.source ?? (await read(path));
    const directory = { ...(await readAnyDirectory(source, file, already?.read)), source };
    if (directory.document === undefined && already === undefined && !isTypeScript(file)) {
      const other = await otherKind(source, fileKinds.directory);
      if (other !== undefined) throw other;
    }
    done.push(directory);
    return directory;
  };
  const load = (path: string, already?: ReadDirectory): Promise<LoadedDirectory> => {
    const file = resolve(cwd, path);
    onAsk?.(path);
    const begun = readings.get(file);
    if (begun !== undefined) return begun;
    const reading = begin(path, file, already);
    readings.set(file, reading);
    return reading;
  };

  return {
    load,
    loaded: () => done,
    async namedBy(document) {
      const name = document.script.directory;
      if (name === undefined) return { directory: undefined, findings: [] };
      const folder = dirname(resolve(cwd, document.source.path));
      const file = resolve(folder, name);
      if (!isInside(folder, file) && !isInside(cwd, file)) {
        const help = 'Put it next to the script, or run ivr in a folder that contains both.';
        const finding = missingDirectory(document, name, 'lies outside this folder', help);
        return { directory: undefined, findings: [finding] };
      }
      if (isTypeScript(file)) {
        const help = 'Name it with --directory: a program is run only when you ask for it.';
        const finding = missingDirectory(document, name, 'is a program', help);
        return { directory: undefined, findings: [finding] };
      }
      try {
        return { directory: (await load(relative(cwd, file))).document, findings: [] };
      } catch (error) {
        if (!(error instanceof IvrError)) throw error;
        const finding = missingDirectory(
          document,
          name,
          "can't be read",
          `${error.message} ${error.help}`,
        );
        return { directory: undefined, findings: [finding] };
      }
    },
  };
}
