import { fieldOf, type Tree } from '../source/tree.ts';
import { fileKinds, kindOfTree, type FileKind } from './file-kinds.ts';

const shownFields = 6;
const longestHeader = 1_000;

/** A file of another kind than a menu, and how it is given. */
export const goesElsewhere = ({ is, given }: FileKind): string =>
  given === undefined ? `it is ${is}` : `it is ${is}, which goes ${given}`;

function looksLikeText(text: string): string {
  if (text.trim() === '') return 'it is empty';
  if (text.startsWith('call,at,event,')) return goesElsewhere(fileKinds.log);
  const [header = ''] = text.slice(0, longestHeader).split(/[\r\n]/, 1);
  const columns = new Set(header.split(/[,;\t]/).map((name) => name.trim().toLowerCase()));
  return columns.has('reason') && columns.has('volume')
    ? goesElsewhere(fileKinds.reasons)
    : 'it is plain text';
}

/** What a document that is no menu looks like, in words that its owner knows. */
export function looksLike(tree: Tree): string {
  if (tree.kind === 'list') return 'it is a list in which no flow was found';
  if (tree.kind === 'scalar') return looksLikeText(String(tree.value ?? ''));
  const kind = kindOfTree(tree);
  if (kind !== undefined && kind !== 'menu') return goesElsewhere(fileKinds[kind]);
  const has = (...names: readonly string[]) =>
    names.every((name) => fieldOf(tree, name) !== undefined);
  if (has('name', 'type', 'transitions', 'properties')) {
    return 'it looks like a single widget of Twilio Studio, not like a flow';
  }
  if (has('inboundCall')) return 'it looks like a flow of Genesys Cloud Architect';
  if (has('Resources')) return 'it is a CloudFormation template without a contact flow';
  if (has('queues') || has('calendars')) return 'it looks like a directory of queues and calendars';
  const names = tree.fields.slice(0, shownFields).map(({ name }) => `"${name}"`);
  const more = tree.fields.length > shownFields ? ' and more' : '';
  return names.length === 0 ? 'it is empty' : `it has the fields ${names.join(', ')}${more}`;
}
