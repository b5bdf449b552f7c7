import type { NodeId } from '../../script/names.ts';
import type { ScriptNode } from '../../script/script.ts';
import { isUnknown } from '../../script/values.ts';
import { nameFor } from '../names.ts';
import { xml, type XmlPiece } from '../xml-text.ts';
import { lead, seconds, variable, type Writing } from './context.ts';
import { writeCollect, writeMenu } from './write-question.ts';
import { block, saidFirst } from './said-first.ts';
import { writeBranch } from './write-branch.ts';
import { writeElsewhere } from './write-elsewhere.ts';
import { writeQueue, writeTransfer } from './write-transfer.ts';

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
      return [...said, writeElsewhere(writing, id, src, node.success, node.failure)];
    }
    case 'queue':
      return writeQueue(writing, id, node);
    case 'transfer':
      return writeTransfer(writing, id, node);
    case 'voicemail': {
      writing.teller.otherwise(
        ['nodes', id],
        'The message is recorded, but not stored.',
        'Submit it to a server after the recording.',
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
      return [...said, writeElsewhere(writing, id, src, node.to, node.failure)];
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
        'Write in the document what it does.',
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
