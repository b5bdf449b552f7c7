import { fileKinds } from '../import/file-kinds.ts';
import type { Finding } from '../source/finding.ts';
import { IvrError } from '../source/ivr-error.ts';
import { choiceMeant } from '../source/nearest-choice.ts';
import { plural } from '../source/plural.ts';
import { brokenDirectory, untoldDirectory } from './directory-trouble.ts';
import type { LoadedDirectory } from './load-directories.ts';
import {
  loadMenus,
  type LoadedFiles,
  type LoadedMenu,
  type LoadedScript,
  type LoadOptions,
} from './load-menus.ts';
import { noMenusIn } from './no-menus-in.ts';

/** A script with the file that it is in. */
type ScriptInMenu = LoadedScript & { readonly menu: LoadedMenu };

/** How many names help to choose. */
const mostNames = 12;

/** The file is a directory: it says who takes the calls of a menu, and is given beside one. */
async function refuseDirectory({ source }: LoadedDirectory): Promise<IvrError> {
  const { kindOfFile } = await import('./kind-of-file.ts');
  const { is } = (await kindOfFile(source)) ?? fileKinds.directory;
  const path = source.path === '-' ? 'Standard input' : source.path;
  return new IvrError('not-a-script', `${path} holds no menu: it is ${is}.`, {
    help: 'Name a menu, and this file with --directory where the menu names none.',
  });
}

async function refuseEmpty(path: string, { menus, directories }: LoadedFiles): Promise<IvrError> {
  const named = directories.find(({ source }) => source.path === path);
  if (menus.length === 0) return named === undefined ? noMenusIn([path]) : refuseDirectory(named);
  const findings: readonly Finding[] = [...menus, ...directories].flatMap((one) => one.findings);
  const [first, second] = findings;
  const help = 'Run `ivr lint` on it to see all mistakes.';
  return first === undefined
    ? new IvrError('not-a-script', `${path} holds no menu.`, { help })
    : new IvrError('not-a-script', first.message, {
        help: second === undefined ? first.help : `${first.help} ${help}`,
        place: first.at,
      });
}

function listed(names: readonly string[]): string {
  const more = names.length > mostNames ? ', …' : '';
  return `${[...new Set(names)].slice(0, mostNames).join(', ')}${more}`;
}

/** How to choose one of several scripts: by its id where that says which, else by its file. */
function refuseSeveral(path: string, fitting: readonly ScriptInMenu[]): IvrError {
  const ids = fitting.map(({ document }) => document.script.id);
  const files = [...new Set(fitting.map(({ menu }) => menu.source.path))];
  if (files.length < 2)
    return new IvrError('usage', `${path} holds ${plural(fitting.length, 'script')}.`, {
      help: `Choose one with --id: ${ids.join(', ')}.`,
    });
  return new IvrError('usage', `${path} holds menus in ${plural(files.length, 'file')}.`, {
    help: `Name the file of one: ${listed(files)}.`,
  });
}

function noScript(path: string, id: string, ids: readonly string[]): IvrError {
  return new IvrError('usage', `${path} has no script "${id}".${choiceMeant(id, ids)}`, {
    help: `It has: ${listed(ids)}.`,
  });
}

/** What loading one script needs to know beside its path. */
export interface LoadOneOptions extends LoadOptions {
  readonly id?: string | undefined;
  /** Told, in a sentence, why the directory that the script names isn't used. */
  readonly onNote?: ((note: string) => void) | undefined;
}

/**
 * The one script that a command works on, from a file or a folder that may hold several: then `id`
 * chooses. Throws an IvrError `not-a-script` that says what is wrong first, `usage` where there is no
 * menu at all, or one must be chosen, or `config-broken` for a directory that the user names.
 */
export async function loadOneScript(path: string, options: LoadOneOptions): Promise<ScriptInMenu> {
  const loaded = await loadMenus([path], options);
  const all = loaded.menus.flatMap((menu) => menu.scripts.map((script) => ({ ...script, menu })));
  const { id, directory: named, cwd, onNote } = options;
  const broken = named === undefined ? undefined : brokenDirectory(loaded.directories, named, cwd);
  if (broken !== undefined) throw broken;
  if (all.length === 0) throw await refuseEmpty(path, loaded);
  const fitting = id === undefined ? all : all.filter(({ document }) => document.script.id === id);
  const [script, another] = fitting;
  if (script === undefined)
    throw noScript(
      path,
      id ?? '',
      all.map(({ document }) => document.script.id),
    );
  if (another !== undefined) throw refuseSeveral(path, fitting);
  const { menu, document, directory } = script;
  const untold =
    directory === undefined
      ? untoldDirectory(document, menu.findings, loaded.directories, cwd)
      : undefined;
  if (untold !== undefined) onNote?.(untold);
  return script;
}
