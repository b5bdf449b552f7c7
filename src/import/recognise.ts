import type { ScriptFormat } from '../script/script-document.ts';
import type { Source } from '../source/source.ts';
import { fieldOf, type Tree } from '../source/tree.ts';
import { findContactFlows, type FoundFlows } from './amazon-connect/find-contact-flows.ts';

/** What a document is, by its content. */
export type Recognised =
  | { readonly format: Extract<ScriptFormat, 'native'> }
  | { readonly format: Extract<ScriptFormat, 'amazon-connect'>; readonly found: FoundFlows }
  | { readonly format: undefined; readonly looksLike: string };

const shownFields = 6;

/** What a document that is no menu looks like, in words that its owner knows. */
function describe(tree: Tree): string {
  if (tree.kind === 'list') return 'it is a list in which no flow was found';
  if (tree.kind === 'scalar') return 'it is plain text';
  const has = (...names: readonly string[]) =>
    names.every((name) => fieldOf(tree, name) !== undefined);
  if (has('states', 'initial_state')) return 'it looks like a flow of Twilio Studio';
  if (has('inboundCall')) return 'it looks like a flow of Genesys Cloud Architect';
  if (has('Resources')) return 'it is a CloudFormation template without a contact flow';
  if (has('queues') || has('calendars')) return 'it looks like a directory of queues and calendars';
  const names = tree.fields.slice(0, shownFields).map(({ name }) => `"${name}"`);
  const more = tree.fields.length > shownFields ? ' and more' : '';
  return names.length === 0 ? 'it is empty' : `it has the fields ${names.join(', ')}${more}`;
}

/** Recognises a menu by what is in it; the name of the file doesn't count. */
export function recognise(source: Source, tree: Tree): Recognised {
  if (fieldOf(tree, 'ivr') !== undefined) return { format: 'native' };
  const found = findContactFlows(source, tree);
  return found === undefined
    ? { format: undefined, looksLike: describe(tree) }
    : { format: 'amazon-connect', found };
}
