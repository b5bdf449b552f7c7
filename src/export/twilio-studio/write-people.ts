import type { NodeId } from '../../script/names.ts';
import type { NodeOfKind } from '../../script/script.ts';
import { isUnknown, type Unknown } from '../../script/values.ts';
import { nameFor } from '../names.ts';
import type { NameMap } from '../exporter.ts';
import type { FlowWriter } from './flow-writer.ts';
import { splitOf, widgetOf } from './studio-widget.ts';
import { functionOf } from './write-task.ts';

function nameIn(
  writer: FlowWriter,
  kind: keyof NameMap,
  name: string | Unknown | undefined,
): string {
  if (name === undefined) return '';
  if (isUnknown(name)) return writer.document.format === 'twilio-studio' ? name.unknown : '';
  return nameFor(writer.names, kind, name) ?? name;
}

/** A queue of Studio, or a workflow of TaskRouter where the table of names gives its id. */
export function writeQueue(
  writer: FlowWriter,
  id: NodeId,
  name: string,
  node: NodeOfKind<'queue'>,
) {
  const queue = nameIn(writer, 'queues', node.queue);
  const lost = (['announce', 'overflow', 'closed'] as const).filter(
    (field) => node[field] !== undefined,
  );
  for (const field of lost) {
    writer.tell(['nodes', id, field], {
      ruleId: 'not-exported',
      message: `Studio has no place for "${field}" of a queue: callers wait until somebody answers.`,
      help: 'Check the hours before the queue; write the waiting in TwiML, and give its address as wait_url.',
      aim: 'key',
    });
  }
  if (queue === '') {
    writer.tell(['nodes', id, 'queue'], {
      ruleId: 'not-exported',
      message: 'It is unknown which queue this is.',
      help: 'Name the queue.',
    });
  }
  const isWorkflow = /^WW[0-9a-fA-F]{32}$/.test(queue);
  const failed = writer.to(node.error);
  writer.add(
    widgetOf(
      name,
      'enqueue-call',
      { callComplete: undefined, failedToEnqueue: failed, callFailure: failed },
      {
        ...(isWorkflow ? { workflow_sid: queue } : { queue_name: queue }),
        ...(node.priority === undefined || !isWorkflow ? {} : { priority: node.priority }),
      },
    ),
  );
}

/** An outside number; a split tells those who were put through from those who were not. */
export function writeTransfer(
  writer: FlowWriter,
  id: NodeId,
  name: string,
  node: NodeOfKind<'transfer'>,
) {
  const number = nameIn(writer, 'numbers', node.number);
  if (number === '') {
    writer.tell(['nodes', id, 'number'], {
      ruleId: 'not-exported',
      message: 'It is unknown which number is called here.',
      help: 'Write the number.',
    });
  }
  const isSip = /^sips?:/i.test(number);
  const to = writer.to(node.to);
  const failure = writer.to(node.failure ?? node.error);
  const next = to === failure ? to : `${name}_status`;
  writer.add(
    widgetOf(
      name,
      'connect-call-to',
      { callCompleted: next, hangup: undefined },
      {
        caller_id: '{{contact.channel.address}}',
        noun: isSip ? 'sip' : 'number',
        ...(isSip ? { sip_endpoint: number } : { to: number }),
        timeout: Math.max(1, Math.round(node.wait ?? 30)),
      },
    ),
  );
  if (to === failure) return;
  const status = `{{widgets.${name}.DialCallStatus}}`;
  const done = { type: 'equal_to', value: 'completed', next: to, title: 'Put through' };
  writer.add(splitOf(next ?? name, status, [done], failure));
}

/** A message that callers leave; who says nothing goes the same way. */
export function writeVoicemail(writer: FlowWriter, name: string, node: NodeOfKind<'voicemail'>) {
  const to = writer.to(node.to);
  writer.add(
    widgetOf(
      name,
      'record-voicemail',
      { recordingComplete: to, noAudio: to, hangup: undefined },
      {
        play_beep: 'true',
        trim: 'trim-silence',
        finish_on_key: '#',
        timeout: 5,
        max_length: Math.max(1, Math.round(node.maxLength ?? 3600)),
      },
    ),
  );
}

/** Studio has no call-backs: a function books them. */
export function writeCallback(
  writer: FlowWriter,
  id: NodeId,
  name: string,
  node: NodeOfKind<'callback'>,
) {
  const queue = nameIn(writer, 'queues', node.queue);
  writer.tell(['nodes', id], {
    ruleId: 'exported-otherwise',
    message: 'Studio has no call-backs: a function is asked to book one.',
    help: 'Write the function, and give its address under tasks in the table of names, as "callback".',
    aim: 'key',
  });
  const address = nameFor(writer.names, 'tasks', 'callback') ?? 'callback';
  const ways = { success: writer.to(node.to), fail: writer.to(node.failure ?? node.error) };
  writer.add(functionOf(name, address, { task: 'callback', queue }, ways));
}

/** Another flow of Studio, by its id where the table of names gives it. */
export function writeSubflow(
  writer: FlowWriter,
  id: NodeId,
  name: string,
  node: NodeOfKind<'subflow'>,
) {
  const flow = nameIn(writer, 'scripts', node.script);
  if (!/^FW[0-9a-fA-F]{32}$|\{\{/.test(flow)) {
    writer.tell(['nodes', id, 'script'], {
      ruleId: 'exported-otherwise',
      message: 'Studio calls other flows by their ids.',
      help: 'Give the id of the flow (FW and 32 digits) under scripts in the table of names.',
    });
  }
  const ways = { completed: writer.to(node.to), failed: writer.to(node.error) };
  const properties = { flow_sid: flow, flow_revision: 'LatestPublished', parameters: [] };
  writer.add(widgetOf(name, 'run-subflow', ways, properties));
}
