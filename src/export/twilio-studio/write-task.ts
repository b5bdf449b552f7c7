import type { NodeId } from '../../script/names.ts';
import type { NodeOfKind } from '../../script/script.ts';
import { isUnknown } from '../../script/values.ts';
import { nameFor } from '../names.ts';
import type { FlowWriter } from './flow-writer.ts';
import { variableName, variablesOf, widgetOf } from './studio-widget.ts';
import type { StudioWidget, Target } from './studio-widget.ts';

/** Where functions are looked for whose address the table of names doesn't give. */
const unnamedHost = 'https://functions.example.com/';

/** A function that is asked with these parameters; `address` may be its name alone. */
export function functionOf(
  name: string,
  address: string,
  parameters: Readonly<Record<string, string>>,
  ways: { readonly success: Target; readonly fail: Target },
): StudioWidget {
  const isAddress = /^https?:\/\//.test(address);
  return widgetOf(name, 'run-function', ways, {
    url: isAddress ? address : `${unnamedHost}${encodeURIComponent(address)}`,
    parameters: Object.entries(parameters).map(([key, value]) => ({ key, value })),
  });
}

/** A task: a function that is asked by the name of the task, and what its success sets. */
export function writeTask(writer: FlowWriter, id: NodeId, name: string, node: NodeOfKind<'task'>) {
  const path = ['nodes', id];
  const task = isUnknown(node.task) ? node.task.unknown : node.task;
  const address = isUnknown(node.task) ? undefined : nameFor(writer.names, 'tasks', node.task);
  if (address === undefined && node.selfService !== false) {
    writer.tell([...path, 'task'], {
      ruleId: 'exported-otherwise',
      message: `The function for "${task}" has no address yet.`,
      help: 'Give its address under tasks in the table of names.',
    });
  }
  if (node.error !== undefined && node.failure !== undefined && node.error !== node.failure) {
    writer.tell([...path, 'error'], {
      ruleId: 'exported-otherwise',
      message:
        'Studio has one way for a function that fails, and uses it for all other errors too.',
      help: 'Lead failure and error to the same node, or leave it so.',
    });
  }
  const fail = writer.to(node.failure ?? node.error);
  const isShared = !isUnknown(node.task) && writer.askersOf(node.task).length > 1;
  const values = {
    ...(isShared
      ? { [variableName(`result of ${task}`)]: `{{widgets.${name}.parsed.result}}` }
      : {}),
    ...Object.fromEntries(
      Object.entries(node.set ?? {}).map(([key, value]) => [variableName(key), value]),
    ),
  };
  const isSet = Object.keys(values).length > 0;
  const success = isSet ? `${name}_set` : writer.to(node.success);
  writer.add(functionOf(name, address ?? task, { task }, { success, fail }));
  if (isSet) writer.add(variablesOf(`${name}_set`, values, writer.to(node.success)));
}
