import type { NodeId } from '../../script/names.ts';
import type { BranchOn, NodeOfKind } from '../../script/script.ts';
import { isUnknown, type Unknown } from '../../script/values.ts';
import { nameFor } from '../names.ts';
import { xml, type XmlPiece } from '../xml-text.ts';
import { lead, literal, variable, type Writing } from './context.ts';
import { block } from './said-first.ts';

/** What a branch compares, as a variable of the document. */
function compared(writing: Writing, id: NodeId, on: BranchOn): string {
  if (typeof on === 'string') return variable(writing, on);
  if ('attribute' in on) return variable(writing, on.attribute);
  if ('result' in on) return variable(writing, `${on.result}_result`);
  const [kind, name] = Object.entries(on)[0] as [string, string | Unknown];
  const table = kind === 'queue-status' ? 'queues' : 'calendars';
  const plain = isUnknown(name) ? name.unknown : name;
  const mapped = nameFor(writing.options.names, table, plain);
  const id_ = variable(writing, mapped ?? `${kind.replace('-', '_')}_${plain}`);
  writing.teller.otherwise(
    ['nodes', id, 'on'],
    `VoiceXML has no opening hours: the document reads its variable "${id_}".`,
    'Let the server set that variable to the words of the cases.',
  );
  return id_;
}

/** The part of callers that a case of a share takes. */
function shareOf(when: string): number {
  const match = /^(\d{1,3}(?:\.\d+)?)\s*%$/.exec(when);
  return match === null ? 0 : Number(match[1]) / 100;
}

/** A branch: conditions on a variable, or on a number drawn for shares. */
export function writeBranch(
  writing: Writing,
  id: NodeId,
  node: NodeOfKind<'branch'>,
): readonly XmlPiece[] {
  const otherwise = lead(writing, node.otherwise);
  const [first, ...others] = node.cases;
  if (first === undefined) return block(otherwise);
  const isShare = node.on === 'share';
  const name = isShare ? variable(writing, 'share') : compared(writing, id, node.on);
  let sum = 0;
  const condition = (when: string) => {
    if (!isShare) return `${name} == ${literal(when)}`;
    sum += shareOf(when);
    return `${name} < ${Math.round(sum * 10_000) / 10_000}`;
  };
  const decide = xml(
    'if',
    { cond: condition(first.when) },
    lead(writing, first.to),
    ...others.flatMap(({ when, to }) => [
      xml('elseif', { cond: condition(when) }),
      lead(writing, to),
    ]),
    xml('else'),
    otherwise,
  );
  const drawn = isShare ? [xml('assign', { name, expr: 'Math.random()' })] : [];
  return block(...drawn, decide);
}
