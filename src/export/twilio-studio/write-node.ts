import type { NodeId } from '../../script/names.ts';
import type { NodeOfKind, ScriptNode } from '../../script/script.ts';
import type { FlowWriter } from './flow-writer.ts';
import { variablesOf, widgetOf, type StudioTransition } from './studio-widget.ts';
import { writeBranch } from './write-branch.ts';
import {
  writeCallback,
  writeQueue,
  writeSubflow,
  writeTransfer,
  writeVoicemail,
} from './write-people.ts';
import { writePrompt } from './write-prompt.ts';
import { writeCollect, writeMenu } from './write-question.ts';
import { writeTask } from './write-task.ts';

/** Says what a node says before it does something; returns the name that is left for the deed. */
function saidBefore(
  writer: FlowWriter,
  id: NodeId,
  node: Exclude<ScriptNode, NodeOfKind<'branch' | 'opaque' | 'subflow'>>,
  deed: string,
): string {
  if (node.say === undefined) return id;
  const prompt = writePrompt(writer, node.say, ['nodes', id, 'say']);
  const name = `${id}_${deed}`;
  writer.add(widgetOf(id, 'say-play', { audioComplete: name }, { loop: 1, say: '', ...prompt }));
  return name;
}

/** A block of Studio goes back as it was; one of another vendor can't. */
function writeOpaque(writer: FlowWriter, id: NodeId, node: NodeOfKind<'opaque'>) {
  if (node.vendor === 'twilio-studio') {
    const transitions = node.exits.map(({ when, trigger, to }): StudioTransition => {
      const next = writer.to(to);
      return { event: when ?? trigger, ...(next === undefined ? {} : { next }) };
    });
    const raw: Readonly<Record<string, unknown>> =
      typeof node.raw === 'object' && node.raw !== null && !Array.isArray(node.raw)
        ? (node.raw as Readonly<Record<string, unknown>>)
        : {};
    writer.add({ name: id, type: node.type, transitions, properties: raw });
    return;
  }
  const way = node.exits.find(({ trigger }) => trigger === 'next' || trigger === 'success');
  writer.tell(['nodes', id], {
    ruleId: 'not-exported',
    message: `Studio has no "${node.type}" of ${node.vendor}; ${way === undefined ? 'calls end here' : 'calls go on as if it had worked'}.`,
    help: 'Use other nodes that do the same.',
    aim: 'key',
  });
  writer.add(widgetOf(id, 'set-variables', { next: writer.to(way?.to) }, { variables: [] }));
}

/** What a system failure takes in a script, where Studio has no way for one. */
function tellLostError(writer: FlowWriter, id: NodeId, node: ScriptNode) {
  const kept = new Set<ScriptNode['kind']>(['task', 'queue', 'transfer', 'callback', 'subflow']);
  if (node.error === undefined || kept.has(node.kind)) return;
  writer.tell(['nodes', id, 'error'], {
    ruleId: 'not-exported',
    message: `Studio has no way for failures of the system at a node like "${id}".`,
    help: 'Leave it so: Studio ends such calls.',
    aim: 'key',
  });
}

/** Writes a node as the widgets that do the same; the first has its name. */
export function writeNode(writer: FlowWriter, id: NodeId, node: ScriptNode) {
  tellLostError(writer, id, node);
  switch (node.kind) {
    case 'announcement':
    case 'hangup': {
      if (node.say === undefined) {
        if (writer.to(id) === id) writer.add(variablesOf(id, {}, id));
        return;
      }
      const prompt = writePrompt(writer, node.say, ['nodes', id, 'say']);
      const next = node.kind === 'hangup' ? undefined : writer.to(node.to);
      writer.add(
        widgetOf(id, 'say-play', { audioComplete: next }, { loop: 1, say: '', ...prompt }),
      );
      return;
    }
    case 'menu':
      writeMenu(writer, id, node);
      return;
    case 'collect':
      writeCollect(writer, id, node);
      return;
    case 'branch':
      writeBranch(writer, id, node);
      return;
    case 'task':
      writeTask(writer, id, saidBefore(writer, id, node, 'task'), node);
      return;
    case 'queue':
      writeQueue(writer, id, saidBefore(writer, id, node, 'queue'), node);
      return;
    case 'transfer':
      writeTransfer(writer, id, saidBefore(writer, id, node, 'call'), node);
      return;
    case 'voicemail':
      writeVoicemail(writer, saidBefore(writer, id, node, 'record'), node);
      return;
    case 'callback':
      writeCallback(writer, id, saidBefore(writer, id, node, 'book'), node);
      return;
    case 'subflow':
      writeSubflow(writer, id, id, node);
      return;
    case 'opaque':
      writeOpaque(writer, id, node);
  }
}
