import type { NodeId } from '../../script/names.ts';
import type { NodeOfKind } from '../../script/script.ts';
import { isUnknown, type Unknown } from '../../script/values.ts';
import { nameFor } from '../names.ts';
import { xml, type XmlPiece } from '../xml-text.ts';
import { leadAction, type Writing } from './context.ts';
import type { Attributes } from './write-extension.ts';

/** A name, or what stands where the name is not known. */
export const asText = (name: string | Unknown): string => (isUnknown(name) ? name.unknown : name);

const variableName = (name: string): string => name.replace(/[^\w-]/g, '_');

/** What a branch looks at, as a variable of the channel. */
function variableOf(writing: Writing, id: NodeId, { on }: NodeOfKind<'branch'>): string {
  if (on === 'language') return 'default_language';
  const [kind, name] =
    typeof on === 'string'
      ? [on, on]
      : ((Object.entries(on) as [string, string | Unknown][])[0] ?? ['', '']);
  const plain = asText(name);
  if (kind === 'attribute') return variableName(plain);
  const table = kind === 'queue-status' ? 'queues' : 'calendars';
  const mapped = kind === 'result' ? undefined : nameFor(writing.options.names, table, plain);
  const variable = mapped ?? variableName(`${kind}_${plain}`);
  writing.teller.otherwise(
    ['nodes', id, 'on'],
    `The dialplan reads the channel variable "${variable}", but doesn't set it.`,
    'Set it where calls come in, or write the hours as conditions on wday and time-of-day.',
  );
  return variable;
}

/** Conditions in the order of the cases, each leading on at once; the last one holds for all others. */
export function branchConditions(
  writing: Writing,
  id: NodeId,
  node: NodeOfKind<'branch'>,
  condition: Attributes,
): readonly XmlPiece[] {
  const field = `\${${variableOf(writing, id, node)}}`;
  return [
    xml('condition', condition),
    ...node.cases.map(({ when, to }) => {
      const expression = `^${when.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}$`;
      const attributes = { field, expression, break: 'on-true' };
      return xml('condition', attributes, xml('action', leadAction(writing, to)));
    }),
    xml('condition', {}, xml('action', leadAction(writing, node.otherwise))),
  ];
}
