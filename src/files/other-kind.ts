import type { FileKind } from '../import/file-kinds.ts';
import { IvrError, type IvrErrorCode } from '../source/ivr-error.ts';
import type { Source } from '../source/source.ts';

/**
 * What is wrong with a file that was given where another kind was asked for, by which kind it is: told
 * once, where a list of its fields would only say that each of them is wrong. Nothing where it is of
 * the wanted kind, or of none that is known.
 */
export async function otherKind(
  source: Source,
  wanted: FileKind,
  code: IvrErrorCode = 'usage',
): Promise<IvrError | undefined> {
  const { kindOfFile } = await import('./kind-of-file.ts');
  const found = await kindOfFile(source);
  if (found === undefined || found.given === wanted.given) return undefined;
  const { is, given } = found;
  const path = source.path === '-' ? 'Standard input' : source.path;
  return new IvrError(code, `${path} is ${is}, and not ${wanted.is}.`, {
    help: `Give ${wanted.is} here${given === undefined ? '' : `, and ${is} ${given}`}.`,
  });
}
