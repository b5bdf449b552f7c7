import type { CallFlow } from '../flow/call-flow.ts';
import type { Directory } from '../routing/directory.ts';
import { isUnknown } from '../script/values.ts';
import type { Fact, PrintedHours } from './printout.ts';
import type { ReadingNumbers } from './reading-numbers.ts';

type Calendar = Directory['calendars'][keyof Directory['calendars']];

const own = <Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

function calendarFacts(calendar: Calendar, { timeZone }: Directory): readonly Fact[] {
  const { hours, holidays, exceptions = [], emergency } = calendar;
  const region = holidays?.region === undefined ? '' : `, ${holidays.region}`;
  return [
    `Open ${hours} (${calendar.timeZone ?? timeZone}).`,
    ...(holidays === undefined ? [] : [`Public holidays of ${holidays.country}${region}.`]),
    ...exceptions.map(({ date, from, to, title, hours: special }) => {
      const days = date ?? `${from ?? ''} to ${to ?? ''}`;
      return `${days}${title === undefined ? '' : `, ${title}`}: ${special}.`;
    }),
    ...(emergency === true ? ['The emergency switch is on.'] : []),
  ];
}

/** The hours of a queue; a queue without a calendar is never closed. */
function queueFacts(name: string, directory: Directory): readonly Fact[] {
  const queue = own(directory.queues, name);
  if (queue === undefined) return ['The directory has no such queue.'];
  const calendar =
    queue.calendar === undefined ? undefined : own(directory.calendars, queue.calendar);
  const languages = queue.languages ?? [];
  return [
    ...(queue.calendar === undefined
      ? ['No hours are given.']
      : calendar === undefined
        ? [`The directory has no calendar ${queue.calendar}.`]
        : calendarFacts(calendar, directory)),
    ...(languages.length === 0 ? [] : [`People speak ${languages.join(', ')}.`]),
  ];
}

/** The queues and calendars that a menu asks, with the sections that do, in their order. */
export function printHours(
  flow: CallFlow,
  numbers: ReadingNumbers,
  directory: Directory | undefined,
): readonly PrintedHours[] {
  const used = new Map<
    string,
    { readonly kind: 'queue' | 'calendar'; readonly name: string; readonly sections: number[] }
  >();
  const add = (kind: 'queue' | 'calendar', name: unknown, section: number): void => {
    if (typeof name !== 'string') return;
    const found = used.get(`${kind} ${name}`);
    if (found === undefined) used.set(`${kind} ${name}`, { kind, name, sections: [section] });
    else found.sections.push(section);
  };
  for (const id of [...numbers.reached, ...numbers.unreached]) {
    const node = flow.byId.get(id)?.node;
    const section = numbers.of(id);
    if (node?.kind === 'queue') add('queue', node.queue, section);
    if (node?.kind === 'callback' && node.queue !== undefined && !isUnknown(node.queue))
      add('queue', node.queue, section);
    if (node?.kind === 'branch' && typeof node.on === 'object' && 'calendar' in node.on)
      add('calendar', node.on.calendar, section);
  }
  return [...used.values()].map(({ kind, name, sections }): PrintedHours => {
    if (directory === undefined)
      return { name, title: undefined, facts: ['No directory says when.'], sections };
    if (kind === 'queue')
      return {
        name,
        title: own(directory.queues, name)?.title,
        facts: queueFacts(name, directory),
        sections,
      };
    const calendar = own(directory.calendars, name);
    const facts =
      calendar === undefined
        ? ['The directory has no such calendar.']
        : calendarFacts(calendar, directory);
    return { name, title: calendar?.title, facts, sections };
  });
}
