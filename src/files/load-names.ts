import type { NamesDocument } from '../export/names.ts';
import { brokenFile } from './load-config.ts';
import { readSource } from './read-source.ts';

/**
 * A table of names for exports. Throws an IvrError `config-broken` that tells everything that is
 * wrong in it.
 */
export async function loadNames(
  path: string,
  { cwd, stdin }: { readonly cwd: string; readonly stdin: AsyncIterable<Uint8Array> },
): Promise<NamesDocument> {
  const { parseNames } = await import('../export/parse-names.ts');
  const { document, findings } = parseNames(await readSource(path, cwd, stdin));
  if (document === undefined) throw brokenFile(findings, path);
  return document;
}
