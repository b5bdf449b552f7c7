import type { NamesDocument } from '../export/names.ts';
import { fileKinds } from '../import/file-kinds.ts';
import { brokenFile } from './load-config.ts';
import { otherKind } from './other-kind.ts';
import { readSource } from './read-source.ts';

/**
 * A table of names for exports. Throws an IvrError `config-broken` that tells everything that is
 * wrong in it, `usage` for a file of another kind.
 */
export async function loadNames(
  path: string,
  { cwd, stdin }: { readonly cwd: string; readonly stdin: AsyncIterable<Uint8Array> },
): Promise<NamesDocument> {
  const { parseNames } = await import('../export/parse-names.ts');
  const source = await readSource(path, cwd, stdin);
  const { document, findings } = parseNames(source);
  if (document === undefined)
    throw (await otherKind(source, fileKinds.names)) ?? brokenFile(findings, path);
  return document;
}
