import type { NodeId } from '../../script/names.ts';
import { isUnknown } from '../../script/values.ts';
import type { Exporter } from '../exporter.ts';
import { nameFor } from '../names.ts';
import { createFlowWriter, type FlowWriter } from './flow-writer.ts';
import { splitOf, variableName, variablesOf, widgetOf } from './studio-widget.ts';
import type { StudioMatch, StudioWidget, Target } from './studio-widget.ts';
import { writeNode } from './write-node.ts';

/** Widgets beside each other on the canvas, and how far apart, in pixels. */
const perRow = 6;
const column = 340;
const row = 260;

/** Where calls begin: by the number that was dialled where there are several, with what they have from the start. */
function writeEntries(writer: FlowWriter): Target {
  const { script, names, isMultilingual } = writer;
  const starts = script.entries.map((entry, index): Target => {
    const values = {
      ...Object.fromEntries(
        Object.entries(entry.set ?? {}).map(([name, value]) => [variableName(name), value]),
      ),
      ...(isMultilingual ? { language: entry.language ?? script.language } : {}),
    };
    const to = writer.to(entry.start);
    if (Object.keys(values).length === 0) return to;
    writer.add(variablesOf(`Entry_${index + 1}`, values, to));
    return `Entry_${index + 1}`;
  });
  const [first, ...others] = starts;
  if (others.every((start) => start === first)) return first;
  const matches = others.flatMap((next, index): readonly StudioMatch[] => {
    const { number } = script.entries[index + 1] ?? {};
    if (typeof number === 'string') {
      const value = nameFor(names, 'numbers', number) ?? number;
      return [{ type: 'equal_to', value, next }];
    }
    writer.tell(['entries', index + 1], {
      ruleId: 'not-exported',
      message: isUnknown(number)
        ? 'The number of this entry is unknown, so no call gets to it.'
        : 'This entry has no number, so no call gets to it.',
      help: 'Give the entry the number that its callers dial.',
    });
    return [];
  });
  if (matches.length === 0) return first;
  writer.add(splitOf('Entries', '{{trigger.call.To}}', matches, first));
  return 'Entries';
}

/** What only people and this project know of a script; callers don't notice it. */
function tellRemarks({ script, tell }: FlowWriter) {
  for (const [id, node] of Object.entries(script.nodes)) {
    const options = node.kind === 'menu' ? node.options : [];
    const remark = options.findIndex(
      ({ role, reason }) => role !== undefined || reason !== undefined,
    );
    if (node.note === undefined && node.tags === undefined && remark < 0) continue;
    tell(remark < 0 ? ['nodes', id] : ['nodes', id, 'options', remark], {
      ruleId: 'not-exported',
      message:
        'Reasons, roles, notes and tags are not exported, here and elsewhere: Studio has no place for them.',
      help: "Keep this menu too: callers don't notice, but reports on it need them.",
      aim: 'key',
    });
    return;
  }
}

const triggerEvents = [
  'incomingMessage',
  'incomingCall',
  'incomingConversationMessage',
  'incomingRequest',
  'incomingParent',
];

function placed({ properties, ...widget }: StudioWidget, index: number) {
  const offset = { x: (index % perRow) * column, y: Math.floor(index / perRow) * row };
  return { ...widget, properties: { offset, ...properties } };
}

/**
 * Writes a script as a flow of Twilio Studio, as the console and the API take it. Nodes that need
 * several widgets give them names that begin with their own; limits of attempts become counters. What
 * Studio can't say is told. https://www.twilio.com/docs/studio/flow-definition
 */
export const writeStudioFlow: Exporter = (document, { names }) => {
  const { script } = document;
  const { writer, widgets, findings } = createFlowWriter(document, names);
  const start = writeEntries(writer);
  for (const [id, node] of Object.entries(script.nodes)) writeNode(writer, id as NodeId, node);
  tellRemarks(writer);
  const ways = Object.fromEntries(
    triggerEvents.map((event) => [event, event === 'incomingCall' ? start : undefined]),
  );
  const flow = {
    description: script.title ?? script.id,
    states: [widgetOf('Trigger', 'trigger', ways, {}), ...widgets].map(placed),
    initial_state: 'Trigger',
    flags: { allow_concurrent_calls: true },
  };
  return { text: `${JSON.stringify(flow, null, 2)}\n`, findings };
};
