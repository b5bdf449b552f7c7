import { didYouMean } from '../source/nearest-name.ts';
import type { Path } from '../source/tree.ts';
import type { Directory } from './directory.ts';
import type { DirectoryProblem } from './directory-finding.ts';

interface Mention {
  readonly name: string | undefined;
  readonly at: Path;
}

/** What calls lose when a name of this kind leads nowhere. */
const losses = {
  calendar: 'so nobody knows when it is open, and it counts as closed',
  queue: 'so callers who should go there are lost',
  site: 'so nobody knows who works there',
  vendor: 'so nobody knows what calls cost there',
} as const;

type Kind = keyof typeof losses;

function mentionsIn(directory: Directory): Readonly<Record<Kind, readonly Mention[]>> {
  const queues = Object.entries(directory.queues);
  const staffing = [...directory.staffing.entries()];
  return {
    calendar: [
      ...queues.map(([id, { calendar }]) => ({ name: calendar, at: ['queues', id, 'calendar'] })),
      ...Object.entries(directory.numbers).map(([id, { calendar }]) => ({
        name: calendar,
        at: ['numbers', id, 'calendar'],
      })),
    ],
    queue: [
      ...queues.flatMap(([id, { overflow = [] }]) =>
        overflow.map(({ to }, index) => ({
          name: to,
          at: ['queues', id, 'overflow', index, 'to'],
        })),
      ),
      ...staffing.map(([index, { queue }]) => ({ name: queue, at: ['staffing', index, 'queue'] })),
    ],
    site: [
      ...queues.flatMap(([id, { sites = [] }]) =>
        sites.map((name, index) => ({ name, at: ['queues', id, 'sites', index] })),
      ),
      ...staffing.map(([index, { site }]) => ({ name: site, at: ['staffing', index, 'site'] })),
    ],
    vendor: Object.entries(directory.sites).map(([id, { vendor }]) => ({
      name: vendor,
      at: ['sites', id, 'vendor'],
    })),
  };
}

/** Every calendar, queue, site and vendor that is named but that the directory doesn't have. */
export function checkNames(directory: Directory): readonly DirectoryProblem[] {
  const mentions = mentionsIn(directory);
  const existing: Readonly<Record<Kind, readonly string[]>> = {
    calendar: Object.keys(directory.calendars),
    queue: Object.keys(directory.queues),
    site: Object.keys(directory.sites),
    vendor: Object.keys(directory.vendors),
  };
  return (['calendar', 'queue', 'site', 'vendor'] as const).flatMap((kind) => {
    const names = new Set(existing[kind]);
    return mentions[kind].flatMap(({ name, at }): readonly DirectoryProblem[] =>
      name === undefined || names.has(name)
        ? []
        : [
            {
              ruleId: `unknown-${kind}`,
              severity: 'error',
              message: `There is no ${kind} "${name}", ${losses[kind]}.${didYouMean(name, names)}`,
              help: `Add "${name}" under "${kind === 'calendar' ? 'calendars' : `${kind}s`}", or name one that exists.`,
              data: { [kind]: name },
              at,
            },
          ],
    );
  });
}

/** Names that are listed twice in one queue: the second says nothing. */
export function checkRepeats(directory: Directory): readonly DirectoryProblem[] {
  return Object.entries(directory.queues).flatMap(([id, queue]) =>
    (['languages', 'skills', 'sites'] as const).flatMap((field) => {
      const list: readonly string[] = queue[field] ?? [];
      const firsts = new Map<string, number>();
      return list.flatMap((name, index): readonly DirectoryProblem[] => {
        const first = firsts.get(name);
        if (first === undefined) {
          firsts.set(name, index);
          return [];
        }
        return [
          {
            ruleId: 'repeated-entry',
            severity: 'warning',
            message: `"${name}" stands twice in the ${field} of "${id}"; perhaps another was meant.`,
            help: 'Remove it, or write what was meant.',
            data: { queue: id, name },
            at: ['queues', id, field, index],
            related: [{ message: 'first written here', at: ['queues', id, field, first] }],
          },
        ];
      });
    }),
  );
}
