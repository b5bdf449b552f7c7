import type { Row } from '../../../source/read-table.ts';

/** What a column of a table of queues tells. */
const columnKinds = [
  ...['id', 'title', 'languages', 'skills', 'calendar', 'hours', 'timeZone', 'capacity'],
  ...['priority', 'sites', 'overflow', 'overflowAfter'],
] as const;
export type ColumnKind =
  | 'id'
  | 'title'
  | 'languages'
  | 'skills'
  | 'calendar'
  | 'hours'
  | 'timeZone'
  | 'capacity'
  | 'priority'
  | 'sites'
  | 'overflow'
  | 'overflowAfter';

/** Names of columns as systems and people write them, without blanks, case and punctuation. */
const names: Readonly<Record<ColumnKind, readonly string[]>> = {
  id: ['queue', 'queueid', 'id', 'queuename', 'name', 'acdqueue', 'vdn', 'split', 'huntgroup'],
  title: ['title', 'label', 'displayname', 'description', 'queuetitle'],
  languages: ['language', 'languages', 'lang', 'langs', 'locale', 'locales'],
  skills: ['skill', 'skills', 'skillset', 'skillgroup', 'skillgroups'],
  calendar: [
    'calendar',
    'hoursofoperation',
    'schedule',
    'scheduleid',
    'businesshours',
    'calendarid',
  ],
  hours: ['hours', 'openinghours', 'openhours', 'open'],
  timeZone: ['timezone', 'zone', 'tz'],
  capacity: [
    'capacity',
    'maxcontacts',
    'maxlen',
    'maxcalls',
    'maxqueue',
    'maxwaiting',
    'queuesize',
  ],
  priority: ['priority', 'weight', 'prio'],
  sites: ['site', 'sites', 'location', 'locations'],
  overflow: ['overflow', 'overflowto', 'overflowqueue', 'backup', 'backupqueue', 'fallback'],
  overflowAfter: ['overflowafter', 'overflowtime', 'overflowwait'],
};

/** A column that is understood, by its position. */
export type Columns = ReadonlyMap<ColumnKind, number>;

const bare = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/**
 * The columns of a table by its header. Nothing where it is no table of queues: such a table names
 * its queues, and tells at least one thing more of them that only queues have.
 */
export function columnsOf(header: Row | undefined): Columns | undefined {
  if (header === undefined) return undefined;
  const columns = new Map<ColumnKind, number>();
  const written = header.cells.map(({ text }) => bare(text));
  for (const kind of columnKinds as readonly ColumnKind[]) {
    const positions = names[kind].map((name) => written.indexOf(name));
    const found = positions.find((position) => position >= 0);
    if (found !== undefined && ![...columns.values()].includes(found)) columns.set(kind, found);
  }
  const id = columns.get('id');
  if (id === undefined) return undefined;
  const namesQueues = bare(header.cells[id]?.text ?? '').includes('queue');
  const others = [...columns.keys()].filter((kind) => kind !== 'id' && kind !== 'title');
  return others.length >= (namesQueues ? 1 : 2) ? columns : undefined;
}
