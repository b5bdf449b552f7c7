import type { Context, Dialplan } from './dialplan.ts';
import { isPattern } from './extension-pattern.ts';
import type { Entry } from './explore.ts';
import { namedContexts } from './named-contexts.ts';

/** Contexts that calls from outside come in by, as people call them; the most telling first. */
const outside: readonly RegExp[] = [
  /^from-(?:trunk|pstn|external|did|outside|provider|carrier)|^(?:incoming|inbound|external|pstn|public|outside)\b|[-_](?:incoming|inbound)$/i,
  /^(?:default|in|trunk|main|ivr[-_].*|.*[-_]ivr|.*menu.*|auto-?attendant.*)$/i,
];

/** Extensions of a context that a call can begin with: numbers, patterns for numbers, or `s`. */
function beginnings({ extensions }: Context): readonly string[] {
  const all = [...extensions.values()].filter(({ steps }) => steps.has(1)).map(({ name }) => name);
  if (all.includes('s')) {
    const numbers = all.filter((name) => /^\+?\d{4,}$/.test(name));
    return ['s', ...numbers];
  }
  const dialled = all.filter(
    (name) => isPattern(name) || /^\+?[0-9*#]+$/.test(name) || name === 'start',
  );
  const own = all.filter((name) => !/^(?:i|t|T|h|e|o|a|fax)$/.test(name));
  return dialled.length > 0 ? dialled : own;
}

/** Contexts that wait for keys, ask, or put calls into queues: those that menus are made of. */
function menusIn(dialplan: Dialplan): ReadonlySet<string> {
  const telling = /^(?:background|waitexten|read|queue|gotoiftime)$/i;
  return new Set(
    dialplan.steps
      .filter(({ application }) => telling.test(application))
      .map(({ context }) => context),
  );
}

/**
 * The extensions that calls begin with. Contexts named like lines from outside come first; else those
 * named like menus, the `default` context, and menus that nothing leads to; else all contexts that
 * nothing leads to.
 */
export function chooseEntries(dialplan: Dialplan): {
  readonly entries: readonly Entry[];
  readonly why: string;
} {
  const contexts = [...dialplan.contexts.values()].filter(
    (context) => beginnings(context).length > 0,
  );
  const led = namedContexts(dialplan);
  const isFree = ({ name }: Context) => !led.has(name);
  const menus = menusIn(dialplan);
  const [line, named] = outside;
  const groups: readonly (readonly [why: string, found: readonly Context[]])[] = [
    [
      'its name says that calls come in there',
      contexts.filter(({ name }) => line?.test(name) === true),
    ],
    [
      'its name says that calls begin there, and nothing else leads there',
      contexts.filter((context) => named?.test(context.name) === true && isFree(context)),
    ],
    [
      'it asks callers, and nothing leads there',
      contexts.filter((context) => menus.has(context.name) && isFree(context)),
    ],
    ['it is the default', contexts.filter(({ name }) => name === 'default')],
    [
      'nothing leads there',
      contexts.filter((context) => isFree(context) && !/^(?:macro|sub)-/.test(context.name)),
    ],
    ['it stands first', contexts.slice(0, 1)],
  ];
  const [why, found] = groups.find(([, group]) => group.length > 0) ?? ['', []];
  return {
    why,
    entries: found.flatMap((context) =>
      beginnings(context).map((extension) => ({ context: context.name, extension })),
    ),
  };
}
