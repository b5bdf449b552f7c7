import type { LogMapping } from '../calls/mapping/mapping.ts';
import { fileKinds } from '../import/file-kinds.ts';
import { brokenFile } from './load-config.ts';
import { otherKind } from './other-kind.ts';
import { readSource } from './read-source.ts';

/**
 * The mappings in these files, by which logs are read. Throws an IvrError `config-broken` that tells
 * everything that is wrong in one, `usage` for a file of another kind.
 */
export async function loadMappings(
  paths: readonly string[],
  { cwd, stdin }: { readonly cwd: string; readonly stdin: AsyncIterable<Uint8Array> },
): Promise<readonly LogMapping[]> {
  if (paths.length === 0) return [];
  const { parseMapping } = await import('../calls/mapping/parse-mapping.ts');
  const mappings: LogMapping[] = [];
  for (const path of paths) {
    const source = await readSource(path, cwd, stdin);
    const { mapping, findings } = parseMapping(source);
    if (mapping === undefined)
      throw (await otherKind(source, fileKinds.mapping)) ?? brokenFile(findings, path);
    mappings.push(mapping);
  }
  return mappings;
}
