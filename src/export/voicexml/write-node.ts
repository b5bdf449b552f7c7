import type { NodeId } from '../../script/names.ts';
import type { BranchOn, NodeOfKind, ScriptNode } from '../../script/script.ts';
import { isUnknown, type Prompt, type Unknown } from '../../script/values.ts';
import { nameFor } from '../names.ts';
import { xml, type XmlPiece } from '../xml-text.ts';
import {
  lead,
  literal,
  named,
  promptOf,
  saidParts,
  seconds,
  variable,
  type Writing,
} from './context.ts';
import { writeCollect, writeMenu } from './write-question.ts';

/** What is said before something else is done. */
function saidFirst(
  writing: Writing,
  id: NodeId,
  say: Prompt | undefined,
  bargeIn?: boolean,
): readonly XmlPiece[] {
  const parts = saidParts(writing, say, ['nodes', id, 'say']);
  const prompt = promptOf(parts, parts.length > 0 && bargeIn === false ? { bargein: 'false' } : {});
  return prompt === undefined ? [] : [prompt];
}

const block = (...content: readonly XmlPiece[]): readonly XmlPiece[] => [
  xml('block', {}, ...content),
];

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
    `Hours are no part of VoiceXML: the document looks at its variable "${id_}".`,
    'Let the server set that variable to the words of the cases.',
  );
  return id_;
}

/** The part of callers that a case of a share takes. */
function shareOf(when: string): number {
  const match = /^(\d{1,3}(?:\.\d+)?)\s*%$/.exec(when);
  return match === null ? 0 : Number(match[1]) / 100;
}

function writeBranch(
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

function told(writing: Writing, id: NodeId, what: string, field: string): void {
  writing.teller.leftOut(
    ['nodes', id, field],
    `A document can't say ${what}.`,
    'Let the system behind the address do it.',
  );
}

/** Something another system does, and how it ended: `result.status`. */
function elsewhere(
  writing: Writing,
  id: NodeId,
  src: string,
  success: string | undefined,
  failure: string | undefined,
): XmlPiece {
  writing.teller.otherwise(
    ['nodes', id],
    `"${src}" must do this, and return "status" with 'success' where it could.`,
    'Write that document, or name another one with --names.',
  );
  return xml(
    'subdialog',
    { name: 'result', src },
    xml(
      'filled',
      {},
      xml(
        'if',
        { cond: "result.status == 'success'" },
        lead(writing, success),
        xml('else'),
        lead(writing, failure),
      ),
    ),
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
    `The address of the queue "${name}" isn't known: the document looks at its variable "${destexpr}".`,
    `Give it with --names: queues: {${name}: tel:+18005550142}.`,
  );
  return { destexpr };
}

const unreached = ['busy', 'noanswer', 'network_busy', 'unknown'];
const wasUnreached = unreached.map((value) => `other == '${value}'`).join(' || ');

function writeQueue(writing: Writing, id: NodeId, node: NodeOfKind<'queue'>): readonly XmlPiece[] {
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

function writeTransfer(
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
      `The number isn't known: the document looks at its variable "${address.destexpr ?? ''}".`,
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

function contentOf(writing: Writing, id: NodeId, node: ScriptNode): readonly XmlPiece[] {
  switch (node.kind) {
    case 'announcement': {
      const bargeIn = node.bargeIn ?? writing.script.defaults?.bargeIn;
      return block(...saidFirst(writing, id, node.say, bargeIn), lead(writing, node.to));
    }
    case 'menu':
      return writeMenu(writing, id, node);
    case 'collect':
      return writeCollect(writing, id, node);
    case 'branch':
      return writeBranch(writing, id, node);
    case 'task': {
      const name = isUnknown(node.task) ? node.task.unknown : node.task;
      const src = nameFor(writing.options.names, 'tasks', name) ?? `${name}.vxml`;
      const said = saidFirst(writing, id, node.say).map((prompt) => xml('block', {}, prompt));
      return [...said, elsewhere(writing, id, src, node.success, node.failure)];
    }
    case 'queue':
      return writeQueue(writing, id, node);
    case 'transfer':
      return writeTransfer(writing, id, node);
    case 'voicemail': {
      writing.teller.otherwise(
        ['nodes', id],
        'The message is recorded, and nothing stores it.',
        'Submit it to a server behind the recording.',
      );
      return [
        xml(
          'record',
          { name: 'message', beep: 'true', maxtime: seconds(node.maxLength), dtmfterm: 'true' },
          ...saidFirst(writing, id, node.say),
          xml('filled', {}, lead(writing, node.to)),
        ),
      ];
    }
    case 'callback': {
      const src = nameFor(writing.options.names, 'tasks', 'callback') ?? 'callback.vxml';
      const said = saidFirst(writing, id, node.say).map((prompt) => xml('block', {}, prompt));
      return [...said, elsewhere(writing, id, src, node.to, node.failure)];
    }
    case 'subflow': {
      const { script } = node;
      const src = isUnknown(script)
        ? undefined
        : (nameFor(writing.options.names, 'scripts', script) ??
          (/\.\w+$|#|:/.test(script) ? script : `${script}.vxml`));
      const address =
        src === undefined ? { expr: variable(writing, `script_${id}`) } : { next: src };
      if (node.to === undefined) return block(xml('goto', address));
      const call = src === undefined ? { srcexpr: variable(writing, `script_${id}`) } : { src };
      return [
        xml('subdialog', { name: 'result', ...call }, xml('filled', {}, lead(writing, node.to))),
      ];
    }
    case 'hangup':
      return block(...saidFirst(writing, id, node.say), xml('disconnect'));
    case 'opaque': {
      writing.teller.leftOut(
        ['nodes', id],
        `A block of ${node.vendor} ("${node.type}") has no counterpart: callers go on, or are cut off.`,
        'Write in the document what it did.',
      );
      return block(lead(writing, node.exits.find(({ trigger }) => trigger === 'next')?.to));
    }
  }
}

/** The dialog of a node, under its id. */
export function writeNode(writing: Writing, id: NodeId, node: ScriptNode): XmlPiece {
  const error =
    node.error === undefined ? [] : [xml('catch', { event: 'error' }, lead(writing, node.error))];
  return xml('form', { id }, ...error, ...contentOf(writing, id, node));
}
