import { nodeAt, type CallFlow, type FlowNode } from '../flow/call-flow.ts';
import { listedNumber } from '../routing/drill-names.ts';
import type { Directory } from '../routing/directory.ts';
import { formatDuration } from '../script/values.ts';
import { plural } from '../source/plural.ts';
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
function queueFacts(
  name: string,
  directory: Directory,
  byName: (calendar: string | undefined, none: Fact) => readonly Fact[],
): readonly Fact[] {
  const queue = own(directory.queues, name);
  if (queue === undefined) return ['The directory has no such queue.'];
  const languages = queue.languages ?? [];
  return [
    ...byName(queue.calendar, 'No hours are given.'),
    ...(languages.length === 0 ? [] : [`People speak ${languages.join(', ')}.`]),
    ...(queue.capacity === undefined ? [] : [`${plural(queue.capacity, 'caller')} can wait.`]),
    ...(queue.overflow ?? []).map(({ to, after }) => {
      const time = after === undefined ? '' : ` after ${formatDuration(after)}`;
      return `${to} takes over${time}.`;
    }),
  ];
}

type UsedKind = 'queue' | 'calendar' | 'number';

/** What has hours, by its name in the directory, and the sections that ask for it. */
interface Used {
  readonly kind: UsedKind;
  readonly name: string;
  readonly sections: number[];
}

/** What a node asks the directory for; nothing for most. */
function askedBy(
  { node }: FlowNode,
  directory: Directory | undefined,
): Omit<Used, 'sections'> | undefined {
  const asked = (kind: UsedKind, name: unknown) =>
    typeof name === 'string' ? { kind, name } : undefined;
  switch (node.kind) {
    case 'queue':
    case 'callback':
      return asked('queue', node.queue);
    case 'transfer':
      return asked('number', listedNumber(directory, node));
    case 'branch':
      return typeof node.on === 'object' && 'calendar' in node.on
        ? asked('calendar', node.on.calendar)
        : undefined;
    case 'announcement':
    case 'menu':
    case 'collect':
    case 'task':
    case 'voicemail':
    case 'subflow':
    case 'hangup':
    case 'opaque':
      return undefined;
  }
}

function hoursOf({ kind, name, sections }: Used, directory: Directory | undefined): PrintedHours {
  if (directory === undefined)
    return { name, title: undefined, facts: ['No directory says when.'], sections };
  const byName = (calendar: string | undefined, none: Fact): readonly Fact[] => {
    const found = calendar === undefined ? undefined : own(directory.calendars, calendar);
    if (found !== undefined) return calendarFacts(found, directory);
    return [calendar === undefined ? none : `The directory has no calendar ${calendar}.`];
  };
  switch (kind) {
    case 'queue':
      return {
        name,
        title: own(directory.queues, name)?.title,
        facts: queueFacts(name, directory, byName),
        sections,
      };
    case 'number': {
      const number = own(directory.numbers, name);
      const facts = byName(number?.calendar, 'No hours are given.');
      return { name, title: number?.title, facts, sections };
    }
    case 'calendar':
      return {
        name,
        title: own(directory.calendars, name)?.title,
        facts: byName(name, ''),
        sections,
      };
  }
}

/** The queues, calendars and outside numbers that a menu asks, with the sections that do, in order. */
export function printHours(
  flow: CallFlow,
  numbers: ReadingNumbers,
  directory: Directory | undefined,
): readonly PrintedHours[] {
  const used = new Map<string, Used>();
  for (const id of [...numbers.reached, ...numbers.unreached]) {
    const asked = askedBy(nodeAt(flow, id), directory);
    if (asked === undefined) continue;
    const key = `${asked.kind} ${asked.name}`;
    const known = used.get(key) ?? { ...asked, sections: [] };
    known.sections.push(numbers.of(id));
    used.set(key, known);
  }
  return [...used.values()].map((one) => hoursOf(one, directory));
}
