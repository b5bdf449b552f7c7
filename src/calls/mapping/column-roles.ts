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

const listed = (text: string): readonly string[] => text.split(',').map((name) => name.trim());

/**
 * What columns are called, by what they are: the names that vendors' logs and reports use, the likelier
 * ones first. Compared as `columnKey` writes them. Those in other languages come after them.
 */
const names: Readonly<Record<ColumnRole, readonly string[]>> = {
  call: listed(`
    call id, callid, call key, call, call sid, callsid, uniqueid, unique id, linkedid,
    contact id, contactid, conversation id, conversationid, session id, sessionid,
    interaction id, execution id, execution sid, flow execution id, ucid, call uuid,
    uuid, ani call id, callref, call reference, session, id
  `),
  at: listed(`
    timestamp, at, time stamp, datetime, date time, event time, eventtime, start time,
    starttime, start, started, begin, created, created at, date created, time, ts
  `),
  until: listed(`
    end time, endtime, end, ended, finished, stop time, exit time, end date,
    conversation end
  `),
  date: listed('date, day, call date, start date, event date'),
  time: listed('time, start time, event time, time of day'),
  event: listed(`
    event, event type, eventtype, event name, evt, action, activity, activity type,
    action type, type
  `),
  node: listed(`
    node, node name, node id, menu, menu name, menu id, block, block name, step,
    step name, executed step name, element, element name, elementname, widget, state,
    state name, component, component title, page, module, action name, context, dialog,
    prompt
  `),
  value: listed(`
    value, digit, digits, key, keys, key pressed, dtmf, input, option, choice,
    selection, result, data
  `),
  seq: listed(`
    seq, sequence, sequence no, sequence number, step order, step execution order,
    order, step no, event no, nr
  `),
  number: listed(`
    number, dnis, dialed number, dialled number, called number, called,
    destination number, to, entry point
  `),
  caller: listed(`
    caller, ani, caller id, callerid, calling number, origin number, cli, clid, src,
    from, phone
  `),
  script: listed('script, script version, version, flow version, flow revision, resource version'),
  seconds: listed(`
    seconds, duration, duration s, duration seconds, time in step,
    time in step execution, ivr time, total duration seconds, duration sec, elapsed,
    dwell, length
  `),
  exit: listed(`
    exit, exit name, exit state, exitstate, exit reason, exitreason, branch taken,
    branch, module result, step result, outcome, end reason, disposition, transition,
    status, disconnect type, disconnect reason
  `),
};

const roles = Object.keys(names) as readonly ColumnRole[];

/** All names of each role, in the order in which they are likely. */
export const roleNames: ReadonlyMap<ColumnRole, readonly string[]> = new Map(
  roles.map((role) => [role, [...names[role], ...(namesAbroad[role] ?? [])]]),
);
