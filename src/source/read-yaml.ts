import { readFullYaml } from './read-full-yaml.ts';
import type { ReadResult } from './read-result.ts';
import { readShortYaml } from './read-short-yaml.ts';
import type { Source } from './source.ts';

/**
 * Reads YAML 1.2 (and so JSON) with the place of every value. Syntax errors, fields written twice,
 * runaway aliases, runaway nesting and millions of values are findings. Tags of other languages (`!Sub`) are let through
 * as the values they stand before. Plain menus are read on a short way, with the same result.
 */
export function readYaml(source: Source): ReadResult {
  return readShortYaml(source) ?? readFullYaml(source);
}
