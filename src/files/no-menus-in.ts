import { printable } from '../source/code-frame.ts';
import { IvrError } from '../source/ivr-error.ts';

/** Paths under which there is no menu: a wrong path would pass a pipeline for ever. */
export function noMenusIn(paths: readonly string[]): IvrError {
  return new IvrError('usage', `No menu files were found in ${printable(paths.join(', '))}.`, {
    help: 'Check the path. In folders, files are looked at that end like menus do (.yaml, .json, .vxml, .conf, …); programs (.ts) must be named.',
  });
}
