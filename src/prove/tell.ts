import type { Drill } from '../routing/drill.ts';
import type { Action } from '../walk/action.ts';
import type { BadEnd } from './move.ts';

/** What the caller does of it all, as `ivr call --keys` takes it. */
export function keysOf(actions: readonly Action[]): readonly string[] {
  return actions.flatMap((action): readonly string[] => {
    switch (action.do) {
      case 'press':
        return [action.key];
      case 'speak':
        return [`say:${action.intent}`];
      case 'enter':
        return [`digits:${action.digits}`];
      case 'silence':
        return ['silence'];
      case 'hangup':
      case 'next':
      case 'succeed':
      case 'fail':
      case 'answer':
      case 'overflow':
      case 'closed':
      case 'full':
      case 'abandon':
      case 'error':
      case 'exit':
        return [];
    }
  });
}

const numerals = ['', '', '', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

function verb(key: string, times: number): string {
  const often = times === 1 ? '' : times === 2 ? ' twice' : ` ${numerals[times] ?? times} times`;
  if (key === 'silence') return `staying silent${often}`;
  if (key.startsWith('say:')) return `saying "${key.slice(4)}"${often}`;
  if (key.startsWith('digits:')) {
    const digits = key.slice(7);
    return `entering ${digits === '1' ? 'a digit' : `${digits} digits`}${often}`;
  }
  return `${key}${often}`;
}

/** What the caller does, in words: `pressing 2 then 1`; nothing when it takes no action. */
export function tellKeys(keys: readonly string[]): string | undefined {
  const groups: { key: string; times: number }[] = [];
  for (const key of keys) {
    const last = groups.at(-1);
    if (last?.key === key) last.times += 1;
    else groups.push({ key, times: 1 });
  }
  if (groups.length === 0) return undefined;
  const told = groups.map(({ key, times }, index) => {
    const said = verb(key, times);
    const before = groups[index - 1]?.key;
    const isGoing = before !== undefined && isPressed(before);
    return isPressed(key) && !isGoing ? `pressing ${said}` : said;
  });
  return told.join(' then ');
}

const isPressed = (key: string) => /^[0-9*#]+$/.test(key);

/** What has failed, in words; emergency switches are told apart. */
export function tellDrill(drill: Drill): readonly string[] {
  switch (drill.kind) {
    case 'site':
      return [`site ${drill.site} down`];
    case 'queue':
      return [`queue ${drill.queue} ${drill.state}`];
    case 'task':
      return [`task ${drill.task} failing`];
    case 'number':
      return [`number ${drill.number} failing`];
    case 'emergency':
      return [];
  }
}

/** What is known of the moment beside the end itself. */
export interface Circumstance {
  /** When the queue or the number opens again, in words. */
  readonly until: string | undefined;
  /** When people work again there, in words. */
  readonly staffed: string | undefined;
}

const untilText = (until: string | undefined) => (until === undefined ? '' : ` until ${until}`);

/** What goes wrong, as the end of a sentence. */
export function tellEnd(end: BadEnd, { until, staffed }: Circumstance): string {
  const { reason, node, queue = '', number = '', language = '' } = end;
  switch (reason) {
    case 'queue-missing':
      return `the call goes to queue ${queue}, which the directory doesn't have`;
    case 'queue-closed':
      return `queue ${queue} is closed${untilText(until)} and nothing tells the caller`;
    case 'queue-unstaffed':
      return `queue ${queue} is open and nobody is staffed for it at any hour`;
    case 'dead-wait':
      return `queue ${queue} is open, but nobody works there${untilText(staffed)}, so nobody answers the caller`;
    case 'wrong-language':
      return `nobody in queue ${queue} speaks ${language}`;
    case 'wrong-skill':
      return `nobody who works in queue ${queue} and speaks ${language} has all of its skills`;
    case 'no-capacity':
      return `queue ${queue} has a capacity of 0, so it takes nobody and the call is cut off`;
    case 'queue-full':
      return `queue ${queue} is full and the call is cut off`;
    case 'overflow-loop':
      return `nobody in queue ${queue} can take the call, and its overflow goes in circles`;
    case 'overflow-nowhere':
      return queue === ''
        ? `the overflow of "${node}" leads nowhere`
        : `nobody in queue ${queue} can take the call, and its overflow leads to nobody who can`;
    case 'no-input-cut-off':
      return `"${node}" has no way for silent callers, and the call is cut off`;
    case 'no-match-cut-off':
      return `"${node}" has no way for wrong keys, and the call is cut off`;
    case 'task-failure-cut-off':
      return `when what "${node}" does fails, the call is cut off`;
    case 'transfer-failure-cut-off':
      return `when the number at "${node}" isn't reached, the call is cut off`;
    case 'callback-failure-cut-off':
      return `when the callback at "${node}" can't be booked, the call is cut off`;
    case 'number-closed':
      return `number ${number} is closed${untilText(until)} and the call is cut off`;
    case 'nowhere':
      return `"${node}" leads nowhere and the call is cut off`;
    case 'silent-end':
      return `the line goes dead at "${node}" without a word`;
    case 'endless-loop':
      return `the call goes in circles at "${node}" forever`;
    case 'no-way-out':
      return `no key leads out from "${node}", and nothing else does`;
  }
}
