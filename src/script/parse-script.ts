import { looksLikeJson } from '../source/looks-like-json.ts';
import { readJson } from '../source/read-json.ts';
import { readYaml } from '../source/read-yaml.ts';
import type { ReadResult } from '../source/read-result.ts';
import type { Source } from '../source/source.ts';
import { placesOf, valueOf, type Tree } from '../source/tree.ts';
import { findingsOfError } from './findings-of-error.ts';
import { plainDocument } from './read-script.ts';
import { scriptSchema } from './schema.ts';
import type { ScriptFormat, ScriptReading } from './script-document.ts';

/** Reads a native document as what it looks like: JSON or YAML. */
export function readTree(source: Source): ReadResult {
  return looksLikeJson(source) ? readJson(source) : readYaml(source);
}

/**
 * Checks the value of a script that was read into a tree. `value` is given apart where a program
 * computed it (a TypeScript menu): then the tree only tells places.
 */
export function scriptFrom(
  source: Source,
  format: ScriptFormat,
  tree: Tree,
  value: unknown = valueOf(tree),
): ScriptReading {
  // Made for one document, compiled checks would cost more than they save.
  const result = scriptSchema.safeParse(value, { jitless: true });
  if (result.success) {
    const document = { source, format, script: result.data, places: placesOf(source, tree) };
    return { document, findings: [] };
  }
  return {
    document: undefined,
    findings: findingsOfError(source, tree, scriptSchema, result.error),
  };
}

/** Reads a native script (YAML or JSON). Everything that is wrong is a finding at its place. */
export function parseScript(source: Source): ScriptReading {
  const { tree, findings } = readTree(source);
  if (tree === undefined) return { document: undefined, findings };
  const document = plainDocument(source, tree);
  if (document !== undefined) return { document, findings };
  const reading = scriptFrom(source, 'native', tree);
  return { ...reading, findings: [...findings, ...reading.findings] };
}
