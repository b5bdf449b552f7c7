import { printable } from '../source/code-frame.ts';
import { IvrError } from '../source/ivr-error.ts';

/** Paths under which there is no menu: a wrong path would pass a pipeline for ever. */
export function noMenusIn(paths: readonly string[]): IvrError {
  return new IvrError('usage', `No menu files were found in ${printable(paths.join(', '))}.`, {
    help: 'Check the path. In folders, only files with the endings of menus are read (.yaml, .json, .vxml, .conf, …); programs (.ts) must be named.',
  });
}
