import type { NodeId } from '../../script/names.ts';
import type { NodeOfKind } from '../../script/script.ts';
import { isUnknown, type Unknown } from '../../script/values.ts';
import { nameFor } from '../names.ts';
import { xml, type XmlPiece } from '../xml-text.ts';
import { lead, named, seconds, variable, type Writing } from './context.ts';
import { saidFirst } from './said-first.ts';

function told(writing: Writing, id: NodeId, what: string, field: string): void {
  writing.teller.leftOut(
    ['nodes', id, field],
    `A document can't say ${what}.`,
    'Let the system at that address do it.',
  );
}

function queueAddress(writing: Writing, id: NodeId, queue: string | Unknown) {
  const name = isUnknown(queue) ? queue.unknown : queue;
  const address = nameFor(writing.options.names, 'queues', name);
  if (address !== undefined)
    return { dest: /^[a-z]+:/i.test(address) ? address : `tel:${address}` };
  const destexpr = variable(writing, `queue_${name}`);
  writing.teller.otherwise(
    ['nodes', id, 'queue'],
    `The address of the queue "${name}" is unknown: the document reads its variable "${destexpr}".`,
    `Give it with --names: queues: {${name}: tel:+18005550142}.`,
  );
  return { destexpr };
}

const unreached = ['busy', 'noanswer', 'network_busy', 'unknown'];

const wasUnreached = unreached.map((value) => `other == '${value}'`).join(' || ');

/** A queue, as a transfer to its address; who waits too long comes back. */
export function writeQueue(
  writing: Writing,
  id: NodeId,
  node: NodeOfKind<'queue'>,
): readonly XmlPiece[] {
  if (node.announce !== undefined)
    told(writing, id, 'what callers hear while they wait', 'announce');
  if (node.closed !== undefined)
    told(writing, id, 'where callers go when the queue is closed', 'closed');
  if (node.priority !== undefined) told(writing, id, 'the priority of callers', 'priority');
  const { overflow } = node;
  return [
    ...saidFirst(writing, id, node.say).map((prompt) => xml('block', {}, prompt)),
    xml(
      'transfer',
      {
        name: 'other',
        ...queueAddress(writing, id, node.queue),
        type: overflow === undefined ? 'blind' : 'bridge',
        connecttimeout: seconds(overflow?.after),
      },
      overflow === undefined
        ? undefined
        : xml(
            'filled',
            {},
            xml(
              'if',
              { cond: wasUnreached },
              lead(writing, overflow.to),
              xml('else'),
              xml('disconnect'),
            ),
          ),
    ),
  ];
}

/** A transfer; blind where nothing follows, so that the call leaves the platform. */
export function writeTransfer(
  writing: Writing,
  id: NodeId,
  node: NodeOfKind<'transfer'>,
): readonly XmlPiece[] {
  const { number, to, failure } = node;
  const mapped = isUnknown(number) ? undefined : named(writing, 'numbers', number);
  const address =
    mapped === undefined
      ? { destexpr: variable(writing, `number_${id}`) }
      : { dest: /^[a-z]+:/i.test(mapped) ? mapped : `tel:${mapped}` };
  if (mapped === undefined)
    writing.teller.otherwise(
      ['nodes', id, 'number'],
      `The number is unknown: the document reads its variable "${address.destexpr ?? ''}".`,
      'Write the number.',
    );
  const type = to !== undefined ? 'bridge' : failure !== undefined ? 'consultation' : 'blind';
  const filled =
    type === 'blind'
      ? undefined
      : xml(
          'filled',
          {},
          xml('if', { cond: wasUnreached }, lead(writing, failure), xml('else'), lead(writing, to)),
        );
  return [
    ...saidFirst(writing, id, node.say).map((prompt) => xml('block', {}, prompt)),
    xml(
      'transfer',
      { name: 'other', ...address, type, connecttimeout: seconds(node.wait) },
      filled,
    ),
  ];
}
