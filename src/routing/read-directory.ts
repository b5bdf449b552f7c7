import type { ReadResult } from '../source/read-result.ts';
import { readShortYaml } from '../source/read-short-yaml.ts';
import type { Source } from '../source/source.ts';
import { looksLikeJson } from '../source/looks-like-json.ts';
import { placesOf } from '../source/tree.ts';
import type { DirectoryReading } from './directory.ts';
import { plainDirectory } from './plain-directory.ts';

/**
 * Reads a directory as `parseDirectory` does. The schema, and what reads other YAML than plain, are
 * loaded only where they are needed: most runs need neither.
 */
export async function readDirectory(source: Source, read?: ReadResult): Promise<DirectoryReading> {
  const already = read ?? (looksLikeJson(source) ? undefined : readShortYaml(source));
  const directory = already?.tree === undefined ? undefined : plainDirectory(already.tree);
  if (already?.tree !== undefined && directory !== undefined) {
    const document = { source, directory, places: placesOf(source, already.tree) };
    return { document, findings: already.findings };
  }
  const { parseDirectory } = await import('./parse-directory.ts');
  return parseDirectory(source, already);
}
