import type { Script } from '../script/script.ts';
import { printable } from '../source/code-frame.ts';
import { IvrError } from '../source/ivr-error.ts';
import { didYouMean } from '../source/nearest-name.ts';
import type { Directory } from './directory.ts';
import type { Drill } from './drill.ts';
import { drillNames, type DrillNames } from './drill-names.ts';

const kinds = ['site', 'queue', 'task', 'number', 'emergency'] as const;
type Kind = (typeof kinds)[number];

const help =
  'Write site:manila, "queue:cards full" or "queue:cards closed", "task:balance fails", "number:claims fails", emergency, or each.';

/** Words that say what is taken to happen; the first is meant where none is written. */
const endings = {
  site: ['down', 'fails'],
  queue: ['full', 'closed'],
  task: ['fails'],
  number: ['fails'],
  emergency: ['on'],
} as const satisfies Record<Kind, readonly string[]>;

const plurals = {
  site: 'sites',
  queue: 'queues',
  task: 'tasks',
  number: 'numbers',
  emergency: 'calendars',
} as const satisfies Record<Kind, keyof DrillNames>;

const nouns = {
  site: 'site',
  queue: 'queue',
  task: 'task',
  number: 'outside number',
  emergency: 'calendar',
} as const satisfies Record<Kind, string>;

/** The name that is written and what is said of it; the name of a task can itself end in `fails`. */
function split(rest: string, kind: Kind, names: readonly string[]): readonly [string, string] {
  const [usual] = endings[kind];
  const ending = endings[kind].find((word) => rest.endsWith(` ${word}`));
  if (ending === undefined) return [rest, usual];
  const name = rest.slice(0, -ending.length).trim();
  return names.includes(rest) && !names.includes(name) ? [rest, usual] : [name, ending];
}

function unknownName(kind: Kind, name: string, names: readonly string[]): IvrError {
  const hint = printable(didYouMean(name, names));
  const message = `There is no ${nouns[kind]} "${name}" that could fail.${hint}`;
  const few = names.slice(0, 12).map(printable).join(', ');
  const there = names.length > 12 ? `${few}, … (${names.length} in all)` : few;
  return new IvrError('usage', message, {
    help: names.length === 0 ? help : `The ${plurals[kind]} are: ${there}.`,
  });
}

/**
 * Reads one drill as a user writes it. Throws an IvrError `usage` with what was probably meant where
 * the script and its directory name nothing like it.
 */
export function parseDrill(
  text: string,
  { script }: { readonly script: Script },
  directory: Directory | undefined,
): Drill {
  const written = text.trim();
  const colon = written.indexOf(':');
  const word = (colon < 0 ? written : written.slice(0, colon)).trim();
  const kind = kinds.find((one) => one === word);
  if (kind === undefined) {
    const hint = didYouMean(word, [...kinds, 'each']);
    throw new IvrError('usage', `"${text}" is not a drill.${hint}`, { help });
  }
  const rest = colon < 0 ? '' : written.slice(colon + 1).trim();
  if (kind === 'emergency' && (rest === '' || rest === 'on')) return { kind };
  const all = drillNames(script, directory);
  const names: readonly string[] = all[plurals[kind]];
  const [name, state] = split(rest, kind, names);
  const named = <Name extends string>(list: readonly Name[]): Name => {
    const found = list.find((one) => one === name);
    if (found === undefined) throw unknownName(kind, name, names);
    return found;
  };
  switch (kind) {
    case 'site':
      return { kind, site: named(all.sites) };
    case 'queue':
      return { kind, queue: named(all.queues), state: state === 'closed' ? 'closed' : 'full' };
    case 'task':
      return { kind, task: named(all.tasks) };
    case 'number':
      return { kind, number: named(all.numbers) };
    case 'emergency':
      return { kind, calendar: named(all.calendars) };
  }
}

/** Every single failure: each site down, each queue full, each task and each outside number failing. */
export function eachDrill(
  { script }: { readonly script: Script },
  directory: Directory | undefined,
): readonly Drill[] {
  const { sites, queues, tasks, numbers } = drillNames(script, directory);
  return [
    ...sites.map((site): Drill => ({ kind: 'site', site })),
    ...queues.map((queue): Drill => ({ kind: 'queue', queue, state: 'full' })),
    ...tasks.map((task): Drill => ({ kind: 'task', task })),
    ...numbers.map((number): Drill => ({ kind: 'number', number })),
  ];
}

/** Reads drills in the order of writing; the word `each` stands for every single failure. */
export function parseDrills(
  texts: readonly string[],
  flow: { readonly script: Script },
  directory: Directory | undefined,
): readonly Drill[] {
  return texts.flatMap((text) =>
    text.trim() === 'each' ? eachDrill(flow, directory) : [parseDrill(text, flow, directory)],
  );
}
