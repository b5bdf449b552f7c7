import { existsSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { IvrError } from '../source/ivr-error.ts';
import type { FoundFile } from './find-files.ts';
import { isTypeScript } from './is-typescript.ts';
import type { MenuOutcome } from './lint-outcome.ts';
import type { FileLoader, LoadOptions } from './load-menus.ts';
import type { ThreadError } from './lint-part.ts';
import { runParts } from './run-parts.ts';
import { originOf, recommendedSelection, type RuleSelection } from './select-rules.ts';

/** Below so many bytes for each of them, starting threads costs more than they save. */
const worthThread = 512 * 1024;
/** More threads would wait for the disk and fill the memory. */
const mostThreads = 8;

/** The built linter of a part; there is none where the sources run without having been built. */
const builtProgram = fileURLToPath(new URL('../files/part-linter.js', import.meta.url));

function bytesOf(files: readonly FoundFile[], cwd: string, enough: number): number {
  let bytes = 0;
  for (const { path } of files) {
    bytes += statSync(resolve(cwd, path), { throwIfNoEntry: false })?.size ?? 0;
    if (bytes >= enough) break;
  }
  return bytes;
}

/**
 * How many threads should lint these files: 1 where it doesn't pay, and where something can't be given
 * to a thread: standard input, programs, rules that were chosen by a program.
 */
export function threadsFor(
  files: readonly FoundFile[],
  { cwd, directory = '' }: LoadOptions,
  selection: RuleSelection,
): number {
  const isData = selection === recommendedSelection || originOf(selection) !== undefined;
  const isFile = ({ path }: FoundFile): boolean => path !== '-' && !isTypeScript(path);
  const most = Math.min(availableParallelism(), mostThreads, files.length);
  if (!isData || isTypeScript(directory) || most < 2) return 1;
  if (!files.every(isFile) || !existsSync(builtProgram)) return 1;
  const bytes = bytesOf(files, cwd, most * worthThread);
  return Math.max(1, Math.min(most, Math.floor(bytes / worthThread)));
}

function errorFrom({ message, facts }: ThreadError): Error {
  if (facts === undefined) return new Error(message);
  const { code, help, place } = facts;
  return new IvrError(code, message, { help, ...(place === undefined ? {} : { place }) });
}

/** Directories are few: they are read here again, in the order in which one thread would read them. */
async function readAsked(asked: readonly string[], loader: FileLoader): Promise<void> {
  for (const path of asked) {
    try {
      await loader.directories.load(path);
    } catch (error) {
      // The script that names it has its finding already.
      if (!(error instanceof IvrError)) throw error;
    }
  }
}

/**
 * Lints files in several threads: what comes out is what one thread gives, in the same order, and the
 * error of the first file that can't be read. The loader ends up with the directories.
 */
export async function lintInThreads(
  files: readonly FoundFile[],
  threads: number,
  loader: FileLoader,
  { cwd, directory }: LoadOptions,
  selection: RuleSelection,
  program = builtProgram,
): Promise<readonly MenuOutcome[]> {
  const task = { cwd, directory, origin: originOf(selection) };
  const linted = await runParts(files, threads, task, program);
  const menus: MenuOutcome[] = [];
  for (const [index, file] of files.entries()) {
    const done = linted[index];
    if (done === undefined) continue;
    const { outcome, asked } = done;
    if (typeof outcome !== 'string' && 'error' in outcome) throw errorFrom(outcome.error);
    await readAsked(asked, loader);
    if (outcome === 'directory') await loader.load(file);
    else if (outcome !== 'skipped') menus.push(outcome);
  }
  return menus;
}
