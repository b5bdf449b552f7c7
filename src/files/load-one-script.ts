import type { Finding } from '../source/finding.ts';
import { IvrError } from '../source/ivr-error.ts';
import { loadMenus, type LoadedMenu, type LoadedScript, type LoadOptions } from './load-menus.ts';

function refuseEmpty(path: string, findings: readonly Finding[]): IvrError {
  const [first] = findings;
  const help = 'Run `ivr lint` on it to see everything that is wrong.';
  return first === undefined
    ? new IvrError('not-a-script', `${path} holds no menu.`, { help })
    : new IvrError('not-a-script', first.message, {
        help,
        place: first.at,
      });
}

/**
 * The one script that a command works on, from a file that may hold several: then `id` chooses.
 * Throws an IvrError `not-a-script` that says what is wrong first, or what there is to choose from.
 */
export async function loadOneScript(
  path: string,
  options: LoadOptions & { readonly id?: string | undefined },
): Promise<LoadedScript & { readonly menu: LoadedMenu }> {
  const { menus, directories } = await loadMenus([path], options);
  const [menu] = menus;
  if (menu === undefined)
    throw refuseEmpty(
      path,
      directories.flatMap(({ findings }) => findings),
    );
  const ids = menu.scripts.map(({ document }) => document.script.id);
  const fitting =
    options.id === undefined
      ? menu.scripts
      : menu.scripts.filter(({ document }) => document.script.id === options.id);
  const [script, another] = fitting;
  if (script === undefined) {
    if (options.id === undefined || ids.length === 0) throw refuseEmpty(path, menu.findings);
    const message = `${path} has no script "${options.id}".`;
    throw new IvrError('usage', message, { help: `It has: ${ids.join(', ')}.` });
  }
  if (another !== undefined) {
    const message = `${path} holds ${fitting.length} scripts.`;
    throw new IvrError('usage', message, { help: `Choose one with --id: ${ids.join(', ')}.` });
  }
  return { ...script, menu };
}
