import { readFullYaml } from './read-full-yaml.ts';
import { readPlainYaml } from './read-plain-yaml.ts';
import type { ReadResult } from './read-result.ts';
import type { Source } from './source.ts';
import { tooManyAt, tooManyValues } from './too-many-values.ts';

/**
 * Reads YAML 1.2 (and so JSON) with the place of every value. Syntax errors, fields written twice,
 * runaway aliases, runaway nesting and millions of values are findings. Tags of other languages (`!Sub`) are let through
 * as the values they stand before. Plain menus are read on a short way, with the same result.
 */
export function readYaml(source: Source): ReadResult {
  const tooMany = tooManyAt(source);
  if (tooMany !== undefined) return { tree: undefined, findings: [tooManyValues(source, tooMany)] };
  const plain = readPlainYaml(source.text);
  return plain === undefined ? readFullYaml(source) : { tree: plain, findings: [] };
}
