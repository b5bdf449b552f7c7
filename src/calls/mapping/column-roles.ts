import { columnKey } from '../formats/find-table.ts';
import { namesAbroad } from './names-abroad.ts';

/** What a column of a log can be. */
export type ColumnRole =
  | 'call'
  | 'at'
  | 'event'
  | 'node'
  | 'value'
  | 'seq'
  | 'number'
  | 'caller'
  | 'script'
  | 'seconds'
  | 'until'
  | 'exit'
  | 'date'
  | 'time';

/**
 * What columns are called, by what they are: the names that vendors' logs and reports use, the likelier
 * ones first. Compared as `columnKey` writes them. Those in other languages come behind them.
 */
const names: Readonly<Record<ColumnRole, readonly string[]>> = {
  call: [
    ...[
      'call id',
      'callid',
      'call key',
      'call',
      'call sid',
      'callsid',
      'uniqueid',
      'unique id',
      'linkedid',
      'contact id',
      'contactid',
    ],
    ...[
      'conversation id',
      'conversationid',
      'session id',
      'sessionid',
      'interaction id',
      'execution id',
      'execution sid',
    ],
    ...[
      'flow execution id',
      'ucid',
      'call uuid',
      'uuid',
      'ani call id',
      'callref',
      'call reference',
      'session',
      'id',
    ],
  ],
  at: [
    ...[
      'timestamp',
      'at',
      'time stamp',
      'datetime',
      'date time',
      'event time',
      'eventtime',
      'start time',
      'starttime',
      'start',
    ],
    ...['started', 'begin', 'created', 'created at', 'date created', 'time', 'ts'],
  ],
  until: [
    ...['end time', 'endtime', 'end', 'ended', 'finished', 'stop time', 'exit time'],
    ...['end date', 'conversation end'],
  ],
  date: ['date', 'day', 'call date', 'start date', 'event date'],
  time: ['time', 'start time', 'event time', 'time of day'],
  event: [
    'event',
    'event type',
    'eventtype',
    'event name',
    'evt',
    'action',
    'activity',
    'activity type',
    'action type',
    'type',
  ],
  node: [
    ...[
      'node',
      'node name',
      'node id',
      'menu',
      'menu name',
      'menu id',
      'block',
      'block name',
      'step',
      'step name',
      'executed step name',
    ],
    ...[
      'element',
      'element name',
      'elementname',
      'widget',
      'state',
      'state name',
      'component',
      'component title',
      'page',
      'module',
      'action name',
      'context',
      'dialog',
      'prompt',
    ],
  ],
  value: [
    'value',
    'digit',
    'digits',
    'key',
    'keys',
    'key pressed',
    'dtmf',
    'input',
    'option',
    'choice',
    'selection',
    'result',
    'data',
  ],
  seq: [
    'seq',
    'sequence',
    'sequence no',
    'sequence number',
    'step order',
    'step execution order',
    'order',
    'step no',
    'event no',
    'nr',
  ],
  number: [
    'number',
    'dnis',
    'dialed number',
    'dialled number',
    'called number',
    'called',
    'destination number',
    'to',
    'entry point',
  ],
  caller: [
    'caller',
    'ani',
    'caller id',
    'callerid',
    'calling number',
    'origin number',
    'cli',
    'clid',
    'src',
    'from',
    'phone',
  ],
  script: [
    'script',
    'script version',
    'version',
    'flow version',
    'flow revision',
    'resource version',
  ],
  seconds: [
    'seconds',
    'duration',
    'duration s',
    'duration seconds',
    'time in step',
    'time in step execution',
    'ivr time',
    'total duration seconds',
    'duration sec',
    'elapsed',
    'dwell',
    'length',
  ],
  exit: [
    'exit',
    'exit name',
    'exit state',
    'exitstate',
    'exit reason',
    'exitreason',
    'branch taken',
    'branch',
    'module result',
    'step result',
    'outcome',
    'end reason',
    'disposition',
    'transition',
    'status',
    'disconnect type',
    'disconnect reason',
  ],
};

const roles = Object.keys(names) as readonly ColumnRole[];
const known: ReadonlyMap<ColumnRole, readonly string[]> = new Map(
  roles.map((role) => [role, [...names[role], ...(namesAbroad[role] ?? [])]]),
);

/** A name as `columnKey` writes it, with its words apart: `eventTimeUtc` is `event time utc`. */
export function wordsOfName(name: string): string {
  return columnKey(
    name.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2').replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2'),
  );
}

/** What may stand around a name and says little: `ivrNodeName` is a node. */
const around: Readonly<Partial<Record<ColumnRole, readonly [before: RegExp, behind: RegExp]>>> = {
  call: [/^(?:ivr|phone) /, /$/],
  at: [/^(?:ivr|call|flow|step) /, / (?:utc|gmt|local)$/],
  until: [/^(?:ivr|call|flow|step) /, / (?:utc|gmt|local)$/],
  date: [/^(?:ivr|call|event) /, / (?:utc|gmt|local)$/],
  time: [/^(?:ivr|call|event) /, / (?:utc|gmt|local)$/],
  event: [/^(?:ivr|call|flow|step) /, / (?:name|code)$/],
  node: [/^(?:ivr|call|flow) /, / (?:name|id|label|title)$/],
  value: [/^(?:ivr|caller|customer|user) (?=input|choice|digit|selection|option|dtmf)/, /$/],
  exit: [/^(?:ivr|flow|step|node|menu) /, / (?:name|code)$/],
};

/** How well a column's name says that it is this; 0 for not at all. */
export function likeness(role: ColumnRole, column: string): number {
  // Of a path in JSON the last name says most, and the last two more: `data.menu.id` is a menu.
  const path = column.split('.');
  const ends = [column, path.slice(-2).join('.'), path.slice(-1).join('.')];
  const placeOf = (keys: readonly string[]): number =>
    known.get(role)?.findIndex((name) => keys.includes(name)) ?? -1;
  for (const end of ends) {
    const place = placeOf([columnKey(end), wordsOfName(end)]);
    if (place >= 0) return 200 - place;
  }
  const [before, behind] = around[role] ?? [/$/, /$/];
  const whole = wordsOfName(column);
  const bare = whole.replace(before, '');
  const loose = placeOf([bare, bare.replace(behind, ''), whole.replace(behind, '')]);
  return loose < 0 ? 0 : Math.max(1, 100 - loose);
}
