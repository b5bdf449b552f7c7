import type { NodeKind, Trigger } from '../script/vocabulary.ts';
import type { Language } from '../script/values.ts';
import type { Severity } from '../source/finding.ts';

export type CardKind = NodeKind | 'start';

export interface Sentences {
  readonly calls: (count: string) => string;
  readonly lost: (share: string) => string;
  readonly finding: (number: number, severity: string, message: string) => string;
  readonly leadsTo: (condition: string, title: string) => string;
  readonly goesBack: (condition: string, title: string) => string;
  readonly repeats: (condition: string) => string;
  readonly loose: (condition: string, reason: string) => string;
  readonly wire: (condition: string, from: string, to: string) => string;
  readonly enter: (count: string) => string;
  readonly worst: (title: string, count: string) => string;
}

/** All words that a drawing adds to the author's own. */
export interface Words {
  readonly language: Language;
  readonly kinds: Readonly<Record<CardKind, string>>;
  readonly triggers: Readonly<Record<Trigger, string>>;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly incomingCall: string;
  readonly numbers: (count: number) => string;
  readonly options: (count: number) => string;
  readonly digits: (least: number | undefined, most: number | undefined) => string;
  readonly endsWith: (key: string) => string;
  readonly selfService: string;
  readonly by: Readonly<
    Record<
      | 'language'
      | 'share'
      | 'calendar'
      | 'attribute'
      | 'emergency'
      | 'queueStatus'
      | 'result'
      | 'loop',
      (name: string) => string
    >
  >;
  readonly recordsUpTo: (time: string) => string;
  readonly offers: Readonly<Record<'callback' | 'self-service' | 'voicemail', string>>;
  readonly repeat: string;
  readonly previousMenu: string;
  readonly asksAgain: Readonly<Record<'noInput' | 'noMatch', string>>;
  readonly otherwise: string;
  readonly afterTries: (count: number) => string;
  readonly after: (time: string) => string;
  readonly nowhere: string;
  readonly noSuchStep: (name: string) => string;
  readonly noMenuBefore: string;
  readonly sharedDestinations: string;
  readonly notReached: string;
  readonly counts: (steps: number, connections: number) => string;
  readonly heatCaption: (calls: string) => string;
  readonly legend: Readonly<
    Record<
      | 'solid'
      | 'closed'
      | 'noInput'
      | 'trouble'
      | 'jump'
      | 'repeat'
      | 'back'
      | 'loose'
      | 'drop'
      | 'stranded',
      string
    >
  >;
  readonly ofCalls: (range: string) => string;
  /** What the whole and a line of it are called, for screen readers. */
  readonly diagram: string;
  readonly connection: string;
  /** Whole sentences for readers who don't see the picture; those with a condition lack their stop. */
  readonly sentences: Sentences;
}

const times = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

const english: Words = {
  language: 'en',
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
    opaque: 'Step of the vendor',
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
    loop: (count) => `${count} times round`,
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
  counts: (steps, connections) =>
    `${times(steps, 'step', 'steps')}, ${times(connections, 'connection', 'connections')}`,
  heatCaption: (calls) =>
    `${calls} calls · line width and colour = calls · % in a row = share of that step’s callers`,
  legend: {
    solid: 'key or next step',
    closed: 'closed',
    noInput: 'no input or overflow',
    trouble: 'not understood or failed',
    jump: 'continues at the same letter',
    repeat: 'repeats here',
    back: 'goes back (see name)',
    loose: 'leads nowhere',
    drop: 'callers who are lost here',
    stranded: 'not reached',
  },
  ofCalls: (range) => `${range} of calls`,
  diagram: 'call flow diagram',
  connection: 'connection',
  sentences: {
    calls: (count) => `${count} calls`,
    lost: (share) => `${share} are lost here`,
    finding: (number, severity, message) => `Finding ${number}, ${severity}: ${message}`,
    leadsTo: (condition, title) => `${condition}: to ${title}`,
    goesBack: (condition, title) => `${condition}: back to ${title}`,
    repeats: (condition) => `${condition}: repeats`,
    loose: (condition, reason) => `${condition}: ${reason}`,
    wire: (condition, from, to) => `${condition}: ${from} to ${to}`,
    enter: (count) => `${count} calls enter.`,
    worst: (title, count) => `${title}: ${count} callers are lost`,
  },
};

/** The words in a language; English where there is no translation. */
export function wordsIn(language: Language): Words {
  const translated: Readonly<Record<Language, Words>> = { en: english };
  const base = language.toLowerCase().split('-')[0] ?? '';
  return (Object.hasOwn(translated, base) ? translated[base] : undefined) ?? english;
}
