import type { LogMapping } from '../calls/mapping/mapping.ts';
import { brokenFile } from './load-config.ts';
import { readSource } from './read-source.ts';

/**
 * The mappings in these files, by which logs are read. Throws an IvrError `config-broken` that tells
 * everything that is wrong in one.
 */
export async function loadMappings(
  paths: readonly string[],
  { cwd, stdin }: { readonly cwd: string; readonly stdin: AsyncIterable<Uint8Array> },
): Promise<readonly LogMapping[]> {
  if (paths.length === 0) return [];
  const { parseMapping } = await import('../calls/mapping/parse-mapping.ts');
  const mappings: LogMapping[] = [];
  for (const path of paths) {
    const { mapping, findings } = parseMapping(await readSource(path, cwd, stdin));
    if (mapping === undefined) throw brokenFile(findings, path);
    mappings.push(mapping);
  }
  return mappings;
}
