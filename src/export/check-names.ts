import type { Script } from '../script/script.ts';
import type { Finding } from '../source/finding.ts';
import { didYouMean } from '../source/nearest-name.ts';
import type { NameMap } from './exporter.ts';
import { namedThings } from './named-things.ts';
import type { NamesDocument } from './names.ts';

const singular = {
  queues: 'queue',
  calendars: 'calendar',
  prompts: 'recording',
  tasks: 'task',
  scripts: 'script',
  numbers: 'number',
} as const satisfies Readonly<Record<keyof NameMap, string>>;

/**
 * Names that a table gives and the script doesn't use. One that is nearly a name of the script is
 * probably misspelt: a warning. The others may be there for another script: told, and no more.
 */
export function checkNames({ names, places }: NamesDocument, script: Script): readonly Finding[] {
  const things = namedThings(script);
  return (Object.keys(singular) as readonly (keyof NameMap)[]).flatMap((kind) =>
    Object.keys(names[kind] ?? {})
      .filter((name) => !things[kind].has(name))
      .map((name): Finding => {
        const what = singular[kind];
        const hint = didYouMean(name, things[kind]);
        return {
          ruleId: 'unused-name',
          severity: hint === '' ? 'info' : 'warning',
          message: `The script has no ${what} "${name}", so this name is not used.${hint}`,
          data: { kind, name },
          subject: `${kind}/${name}`,
          at: places.at([kind, name], 'key'),
          related: [],
          help:
            hint === ''
              ? 'Remove it, unless the table serves other scripts too.'
              : 'Write it as the script does.',
        };
      }),
  );
}
