import { readPlainYaml } from './read-plain-yaml.ts';
import type { ReadResult } from './read-result.ts';
import type { Source } from './source.ts';
import { tooManyAt, tooManyValues } from './too-many-values.ts';

/**
 * Reads YAML on a short way: plain menus, and texts of more values than memory should hold. Nothing
 * for any other: then the full reader must be loaded.
 */
export function readShortYaml(source: Source): ReadResult | undefined {
  const tooMany = tooManyAt(source);
  if (tooMany !== undefined) return { tree: undefined, findings: [tooManyValues(source, tooMany)] };
  const plain = readPlainYaml(source.text);
  return plain === undefined ? undefined : { tree: plain, findings: [] };
}
