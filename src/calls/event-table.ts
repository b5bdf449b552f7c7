import { isClosing, type CallEvent, type CallEventName } from './call-event.ts';
import { beginsStretch } from './dwell-counts.ts';
import { keptValue, type KnownValues } from './kept-value.ts';
import { tooVaried, type PathTrie } from './path-trie.ts';
import { grown } from './bytes/grown.ts';

/** What condensing must know of an event, as bits. */
export const traits = { starts: 1, stays: 2, closes: 4, leaves: 8, queues: 16 } as const;

function traitsOf(event: CallEventName): number {
  const isLeaving = event === 'hangup' || event === 'disconnect' || event === 'end';
  return (
    (event === 'start' ? traits.starts : 0) |
    (beginsStretch(event) ? traits.stays : 0) |
    (isClosing(event) ? traits.closes : 0) |
    (isLeaving ? traits.leaves : 0) |
    (event === 'queue' ? traits.queues : 0)
  );
}

/**
 * What comes first among events of one moment when nothing else tells: what happens at a node comes
 * before the next node is entered, and everything before the call's end.
 */
export const eventRanks: Readonly<Record<CallEventName, number>> = {
  start: 0,
  input: 1,
  noinput: 1,
  nomatch: 1,
  success: 1,
  failure: 1,
  enter: 2,
  queue: 3,
  answer: 4,
  transfer: 4,
  abandon: 4,
  hangup: 5,
  disconnect: 5,
  end: 6,
};

/** All that a row says besides its call and its time. */
export type LoggedEvent = Pick<CallEvent, 'event' | 'node' | 'value' | 'script'>;

/**
 * The events of logs by number, so that a row costs no object: what of it belongs to a path, under
 * which version of the script it happened, and in which log it stands.
 */
export interface EventTable {
  /** The number of an event in the log of that index; the same for the same always. */
  readonly codeOf: (event: LoggedEvent, log: number) => number;
  /** What a path keeps of it: a number of the trie. */
  readonly token: (code: number) => number;
  /** Bits of `traits`. */
  readonly traits: (code: number) => number;
  readonly rank: (code: number) => number;
  readonly log: (code: number) => number;
  /** The version of the script by number, from 1; 0 where the row names none. */
  readonly version: (code: number) => number;
  /** What is kept of the event of a code. */
  readonly kept: (code: number) => LoggedEvent;
  /** The names of the versions by number. */
  readonly versions: () => readonly string[];
}

const mostCodes = 2 ** 22;

/** Begins with no events. More than a limit allows throw an IvrError. */
export function createEventTable(trie: PathTrie, known: KnownValues): EventTable {
  const codes = new Map<string, number>();
  const versionOf = new Map<string, number>([['', 0]]);
  const versions = [''];
  let tokens = new Int32Array(1024);
  let traitBits = new Uint8Array(1024);
  let rankOf = new Uint8Array(1024);
  let logs = new Int32Array(1024);
  let versionNumbers = new Int32Array(1024);

  const versionNumber = (script: string): number => {
    const before = versionOf.get(script);
    if (before !== undefined) return before;
    versionOf.set(script, versions.length);
    return versions.push(script) - 1;
  };

  return {
    codeOf({ event, node, value, script = '' }, log) {
      const token = trie.token(event, node, keptValue(known, event, node, value));
      const version = versionNumber(script);
      const name = `${token} ${version} ${log}`;
      const before = codes.get(name);
      if (before !== undefined) return before;
      const code = codes.size;
      if (code >= mostCodes) throw tooVaried('different events');
      codes.set(name, code);
      if (code >= tokens.length) {
        tokens = grown(tokens, code + 1);
        traitBits = grown(traitBits, code + 1);
        rankOf = grown(rankOf, code + 1);
        logs = grown(logs, code + 1);
        versionNumbers = grown(versionNumbers, code + 1);
      }
      tokens[code] = token;
      traitBits[code] = traitsOf(event);
      rankOf[code] = eventRanks[event];
      logs[code] = log;
      versionNumbers[code] = version;
      return code;
    },
    token: (code) => tokens[code] ?? 0,
    traits: (code) => traitBits[code] ?? 0,
    rank: (code) => rankOf[code] ?? 0,
    log: (code) => logs[code] ?? 0,
    version: (code) => versionNumbers[code] ?? 0,
    kept: (code) => ({
      ...trie.step(tokens[code] ?? 0),
      script: versions[versionNumbers[code] ?? 0] ?? '',
    }),
    versions: () => versions,
  };
}
