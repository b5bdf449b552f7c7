import { times } from './times.ts';
import type { Words } from '../words.ts';

/** The words in English. They serve for every language without words of its own, too. */
export const english: Words = {
  language: 'en',
  marks: { thousands: ',', point: '.' },
  kinds: {
    start: 'Start',
    announcement: 'Announcement',
    menu: 'Menu',
    collect: 'Input of digits',
    branch: 'Decision',
    task: 'Task',
    queue: 'Queue',
    transfer: 'Transfer',
    voicemail: 'Voicemail',
    callback: 'Callback',
    subflow: 'Other script',
    hangup: 'Hang-up',
    opaque: 'Vendor step',
  },
  triggers: {
    key: 'Key',
    noInput: 'No input',
    noMatch: 'Not understood',
    next: 'Next',
    case: 'Case',
    success: 'Success',
    failure: 'Failure',
    overflow: 'Overflow',
    closed: 'Closed',
    error: 'System error',
  },
  severities: { error: 'error', warning: 'warning', info: 'note' },
  incomingCall: 'Incoming call',
  numbers: (count) => times(count, 'number', 'numbers'),
  options: (count) => times(count, 'option', 'options'),
  digits: (least, most) => {
    if (most === undefined) return least === undefined ? 'digits' : `${least} digits or more`;
    if (least === most) return times(most, 'digit', 'digits');
    return least === undefined
      ? `up to ${times(most, 'digit', 'digits')}`
      : `${least}–${most} digits`;
  },
  endsWith: (key) => `ends with ${key}`,
  selfService: 'self-service',
  by: {
    language: () => 'by language',
    share: () => 'by share of calls',
    calendar: (name) => `hours of ${name}`,
    attribute: (name) => `by ${name}`,
    emergency: (name) => `emergency switch of ${name}`,
    queueStatus: (name) => `by state of ${name}`,
    result: (name) => `by result of ${name}`,
    loop: (count) => times(count, 'time round', 'times round'),
  },
  recordsUpTo: (time) => `records up to ${time}`,
  offers: {
    callback: 'offers a callback',
    'self-service': 'offers self-service',
    voicemail: 'offers voicemail',
  },
  repeat: 'Repeat',
  previousMenu: 'Previous menu',
  asksAgain: { noInput: 'No input: asks again', noMatch: 'Not understood: asks again' },
  otherwise: 'Otherwise',
  afterTries: (count) => `after ${times(count, 'try', 'tries')}`,
  after: (time) => `after ${time}`,
  nowhere: 'leads nowhere',
  noSuchStep: (name) => `no step “${name}”`,
  noMenuBefore: 'no menu before this one',
  sharedDestinations: 'Shared destinations',
  notReached: 'Not reached by any call',
  findings: 'Findings',
  onPage: (page) => `page ${page}`,
  pageOf: (page, pages) => `Page ${page} of ${pages}`,
  left: {
    around: (title, count) =>
      `Only “${title}”, the path to it and where it leads; ${times(count, 'other step is', 'other steps are')} not shown.`,
    otherWays: (title, from) => `Other paths to “${title}” come from ${from.join(', ')}.`,
    beyond: (count, columns) =>
      `${times(count, 'step', 'steps')} further than ${times(columns, 'column', 'columns')} away ${count === 1 ? 'is' : 'are'} not shown.`,
    below: (share, titles) =>
      `${times(titles.length, 'step', 'steps')} that fewer than ${share} of calls reached ${titles.length === 1 ? 'is' : 'are'} not shown: ${titles.join(', ')}.`,
  },
  icicle: {
    diagram: 'icicle of ways',
    way: 'Way',
    ofCalls: (calls) =>
      `${times(calls, 'call', 'calls')} · height = calls on this path · % = share of all calls`,
    ofSteps: 'Height = the steps that follow a step',
    cut: (columns) => `paths are cut after ${times(columns, 'step', 'steps')}`,
    steps: (count) => times(count, 'step', 'steps'),
    others: (count) => times(count, 'other way', 'other ways'),
  },
  changes: {
    added: 'new',
    removed: 'gone',
    changed: 'says or does something else',
    moved: 'another key than before',
    count: (differences) =>
      differences === 0 ? 'No difference' : times(differences, 'difference', 'differences'),
  },
  counts: (steps, connections) =>
    `${times(steps, 'step', 'steps')}, ${times(connections, 'connection', 'connections')}`,
  heatCaption: (calls) =>
    `${times(calls, 'call', 'calls')} · line width and colour = calls · % in a row = share of that step’s callers`,
  legend: {
    solid: 'key or next step',
    closed: 'closed',
    noInput: 'no input or overflow',
    trouble: 'not understood or failed',
    jump: 'continues at the same letter',
    repeat: 'repeats here',
    back: 'goes back (see name)',
    more: 'number of further steps, not shown',
    loose: 'leads nowhere',
    drop: 'callers who are lost here',
    stranded: 'not reached',
  },
  ofCalls: (range) => `${range} of calls`,
  diagram: 'call flow diagram',
  connection: 'connection',
  week: {
    diagram: 'week of opening hours',
    days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    shortDays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    states: {
      open: 'open',
      closed: 'closed',
      holiday: 'holiday',
      emergency: 'emergency',
      unstaffed: 'open, but nobody is there',
      unknown: 'opening hours unknown',
    },
    offered: {
      'led-on': 'offered by a menu while it takes no calls; callers are sent on',
      lost: 'offered by a menu while it takes no calls; callers can go no further',
    },
    title: (menu) => `${menu}: a week`,
    span: (from, until, zone) => `${from} to ${until}, clock of ${zone}`,
    end: 'the end of the week',
    nowhere: 'This menu leads to no queue and to no number of the directory.',
    stretch: (what, from, until) => `${what} from ${from} to ${until}`,
    offers: (name, hours, moment, branch) =>
      `${name} is offered while it takes no calls for ${hours} h, first on ${moment}: ${
        branch === undefined
          ? 'no branch on the way asks for hours'
          : `the last branch on the way is “${branch}”`
      }.`,
    more: (count) =>
      count === 1
        ? '… and 1 more is offered while it takes no calls.'
        : `… and ${count} more are offered while they take no calls.`,
    destinations: (count, from, until, zone) =>
      `${times(count, 'destination', 'destinations')} from ${from} to ${until}, on the clock of ${zone}.`,
    unstaffed: (count, names) => `Open but unstaffed at some hours: ${count}, first ${names}.`,
    offeredClosed: (count, names) => `Offered while they take no calls: ${count}, first ${names}.`,
  },
  sentences: {
    calls: (count) => times(count, 'call', 'calls'),
    lost: (share) => `${share} are lost here`,
    finding: (number, severity, message) => `Finding ${number}, ${severity}: ${message}`,
    leadsTo: (condition, title) => `${condition}: to ${title}`,
    goesBack: (condition, title) => `${condition}: back to ${title}`,
    more: (condition, title, count) =>
      `${condition}: to ${title}, ${times(count, 'step', 'steps')} not shown`,
    repeats: (condition) => `${condition}: repeats`,
    loose: (condition, reason) => `${condition}: ${reason}`,
    wire: (condition, from, to) => `${condition}: ${from} to ${to}`,
    enter: (count) => `${times(count, 'call enters', 'calls enter')}.`,
    worst: (title, count) => `${title}: ${times(count, 'caller is', 'callers are')} lost`,
  },
};
