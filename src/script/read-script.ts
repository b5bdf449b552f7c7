import { placesOf, type Tree } from '../source/tree.ts';
import type { Source } from '../source/source.ts';
import { plainScript } from './plain-script.ts';
import type { ScriptDocument, ScriptReading } from './script-document.ts';

/** The native script in a tree that is right as it is; nothing for any other. */
export function plainDocument(source: Source, tree: Tree): ScriptDocument | undefined {
  const script = plainScript(tree);
  if (script === undefined) return undefined;
  return { source, format: 'native', script, places: placesOf(source, tree) };
}

/**
 * Checks the native script that was read into a tree. The schema is loaded only where something is
 * wrong: most runs never need it.
 */
export async function readScript(source: Source, tree: Tree): Promise<ScriptReading> {
  const document = plainDocument(source, tree);
  if (document !== undefined) return { document, findings: [] };
  const { scriptFrom } = await import('./parse-script.ts');
  return scriptFrom(source, 'native', tree);
}
