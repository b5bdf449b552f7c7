import { columnKey } from '../formats/find-table.ts';

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
  | 'language'
  | 'script'
  | 'seconds'
  | 'until'
  | 'exit'
  | 'date'
  | 'time';

/**
 * What columns are called, by what they are: the names that vendors' logs and reports use, the likelier
 * ones first. Compared as `columnKey` writes them.
 */
const names: Readonly<Record<ColumnRole, readonly string[]>> = {
  call: [
    ...[
      'call id',
      'callid',
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
      'anruf',
      'anruf id',
      'anruf nr',
      'id llamada',
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
    ...[
      'started',
      'begin',
      'created',
      'created at',
      'date created',
      'time',
      'ts',
      'zeitstempel',
      'zeitpunkt',
      'fecha hora',
    ],
  ],
  until: ['end time', 'endtime', 'end', 'ended', 'finished', 'stop time', 'exit time', 'ende'],
  date: ['date', 'day', 'datum', 'fecha', 'call date', 'start date', 'event date'],
  time: ['time', 'uhrzeit', 'zeit', 'hora', 'start time', 'event time', 'time of day'],
  event: [
    'event',
    'event type',
    'eventtype',
    'event name',
    'action',
    'activity',
    'activity type',
    'type',
    'status',
    'vorgang',
    'ereignis',
    'evento',
  ],
  node: [
    ...[
      'node',
      'node id',
      'node name',
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
      'context',
      'dialog',
      'prompt',
      'menue',
      'menü',
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
    'wert',
    'taste',
    'opcion',
    'opción',
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
    'lfd nr',
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
    'rufnummer',
  ],
  language: ['language', 'lang', 'locale', 'language code', 'sprache', 'idioma'],
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
    'elapsed',
    'dwell',
    'length',
    'dauer',
    'dauer s',
    'duracion',
  ],
  exit: [
    'exit',
    'exit name',
    'exit state',
    'exitstate',
    'exit reason',
    'exitreason',
    'outcome',
    'end reason',
    'disposition',
    'transition',
    'ausgang',
  ],
};

/** How well a column's name says that it is this; 0 for not at all. */
export function likeness(role: ColumnRole, column: string): number {
  const key = columnKey(column.slice(column.lastIndexOf('.') + 1));
  const whole = columnKey(column);
  const place = names[role].findIndex((name) => name === whole || name === key);
  return place < 0 ? 0 : 100 - place;
}
