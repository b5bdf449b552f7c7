import { promptsIn } from '../script/prompts-in.ts';
import type { Script } from '../script/script.ts';
import { isUnknown, type Prompt } from '../script/values.ts';
import type { NameMap } from './exporter.ts';

/** The things that a script only names, by the kinds of a table of names. */
export type NamedThings = Readonly<Record<keyof NameMap, ReadonlySet<string>>>;

function recordingsOf({ recording = {} }: Prompt): readonly string[] {
  return typeof recording === 'string' ? [recording] : Object.values(recording);
}

/** Everything that a table of names can give another name to, in the order of the script. */
export function namedThings(script: Script): NamedThings {
  const things = {
    queues: new Set<string>(),
    calendars: new Set<string>(),
    prompts: new Set<string>(),
    tasks: new Set<string>(),
    scripts: new Set<string>(),
    numbers: new Set<string>(),
  } satisfies NamedThings;
  const add = (kind: keyof NameMap, name: unknown) => {
    if (typeof name === 'string' && !isUnknown(name)) things[kind].add(name);
  };
  for (const { number } of script.entries) add('numbers', number);
  for (const node of Object.values(script.nodes)) {
    for (const { prompt } of promptsIn(node))
      for (const recording of recordingsOf(prompt)) add('prompts', recording);
    if (node.kind === 'queue' || node.kind === 'callback') add('queues', node.queue);
    else if (node.kind === 'task') add('tasks', node.task);
    else if (node.kind === 'subflow') add('scripts', node.script);
    else if (node.kind === 'transfer') add('numbers', node.number);
    else if (node.kind === 'branch' && typeof node.on === 'object') {
      if ('calendar' in node.on) add('calendars', node.on.calendar);
      else if ('emergency' in node.on) add('calendars', node.on.emergency);
      else if ('queue-status' in node.on) add('queues', node.on['queue-status']);
      else if ('result' in node.on) add('tasks', node.on.result);
    }
  }
  for (const retry of [script.defaults?.noInput, script.defaults?.noMatch])
    for (const recording of recordingsOf(retry?.say ?? {})) add('prompts', recording);
  return things;
}
