import type { NodeId } from '../../script/names.ts';
import type { NodeOfKind } from '../../script/script.ts';
import { retriesOf } from '../asking.ts';
import type { FlowWriter } from './flow-writer.ts';
import { splitOf, variable, variableName, variablesOf, widgetOf } from './studio-widget.ts';
import { writePrompt } from './write-prompt.ts';

/** What asks callers for something. */
export type Question = NodeOfKind<'menu' | 'collect'>;

type Trigger = (typeof triggers)[number];

const triggers = ['noInput', 'noMatch'] as const;

const words = { noInput: 'silent', noMatch: 'wrong' } as const satisfies Record<Trigger, string>;

/** The variable in which the silence or the mistakes at a question are counted. */
export const counterOf = (id: NodeId, trigger: Trigger): string =>
  `${variableName(id)}_${words[trigger]}`;

/** The widgets that count how often callers were silent or wrong, and send them round again. */
export function writeRetry(
  writer: FlowWriter,
  id: NodeId,
  node: Question,
  trigger: Trigger,
  ask: string,
) {
  const { attempts, say, to: target } = retriesOf(writer.script, node, trigger);
  const to = writer.to(target);
  if (attempts <= 1) return to;
  const name = `${id}_${words[trigger]}`;
  const counter = counterOf(id, trigger);
  const prompt = writePrompt(writer, say, ['nodes', id, trigger, 'say']);
  const isSaid = Object.keys(prompt).length > 0;
  const again = isSaid ? `${name}_say` : ask;
  writer.add(
    variablesOf(name, { [counter]: `{{flow.variables.${counter} | plus: 1}}` }, `${name}_limit`),
    splitOf(
      `${name}_limit`,
      variable(counter),
      [{ type: 'less_than', value: String(attempts), next: again, title: 'Ask again' }],
      to,
    ),
  );
  if (isSaid)
    writer.add(widgetOf(again, 'say-play', { audioComplete: ask }, { loop: 1, ...prompt }));
  return name;
}

/** What is counted of those who don't answer as asked. */
export function countedOf(writer: FlowWriter, node: Question): readonly Trigger[] {
  return triggers.filter((trigger) => retriesOf(writer.script, node, trigger).attempts > 1);
}
