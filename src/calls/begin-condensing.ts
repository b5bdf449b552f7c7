import { hashOf } from './bytes/byte-words.ts';
import { createCallIds } from './bytes/call-ids.ts';
import {
  createByteCondenser,
  type ByteCondenser,
  type CondenserOptions,
} from './bytes/condense-bytes.ts';
import type { CallEvent, ToldEvent } from './call-event.ts';
import type { CondensedCalls } from './condensed-log.ts';
import { condensedCalls } from './counted-calls.ts';
import { createEventTable, type EventTable } from './event-table.ts';
import type { Pseudonym } from './log-engine.ts';
import { nothingKnown, type KnownValues } from './kept-value.ts';
import { createPathTrie, type PathTrie } from './path-trie.ts';

export interface CondensingOptions extends CondenserOptions {
  readonly known?: KnownValues | undefined;
  /** Without it callers are not read. */
  readonly pseudonym?: Pseudonym | undefined;
}

/** Where readers put the events of native logs. */
export interface EventSink {
  readonly events: EventTable;
  readonly condenser: Pick<ByteCondenser, 'find' | 'open' | 'now' | 'add'>;
  readonly pseudonym?: Pseudonym | undefined;
  /** Adds an event of the log of this index. */
  readonly add: (event: CallEvent, log: number) => void;
}

/** One run of condensing: what all readers of its logs put their events into. */
export interface Condensing extends EventSink {
  readonly trie: PathTrie;
  readonly condenser: ByteCondenser;
  /** Adds a call that is whole and in order, as translations of vendors' logs tell it. */
  readonly addCall: (events: readonly ToldEvent[], log: number) => void;
  /** Closes what is still open and gives the result; nothing may be added after it. */
  readonly finish: () => CondensedCalls;
}

/** Puts events that come as objects to those that come as numbers. */
export function eventAdder(
  events: EventTable,
  condenser: EventSink['condenser'],
): EventSink['add'] {
  const bytesOf = createCallIds();
  return (event, log) => {
    const { bytes, length } = bytesOf(event.call);
    const hash = hashOf(bytes, 0, length);
    const code = events.codeOf(event, log);
    const known = condenser.find(bytes, 0, length, hash);
    const slot = known < 0 ? condenser.open(bytes, 0, length, hash) : known;
    condenser.now[0] = event.at;
    condenser.add(slot, code, event.seq, event.caller);
  };
}

/** Begins to condense events, of whatever readers, to paths with counts. */
export function beginCondensing({
  known = nothingKnown,
  pseudonym,
  ...options
}: CondensingOptions = {}): Condensing {
  const trie = createPathTrie();
  const events = createEventTable(trie, known);
  const condenser = createByteCondenser(trie, events, options);
  return {
    pseudonym,
    trie,
    events,
    condenser,
    add: eventAdder(events, condenser),
    addCall(told, log) {
      if (told.length === 0) return;
      const untimed = new Set(told.flatMap((event, index) => (event.untimed ? [index] : [])));
      const codes = told.map((event) => events.codeOf(event, log));
      condenser.addWhole(
        codes,
        told.map(({ at }) => at),
        untimed,
        told.find(({ caller }) => caller !== undefined)?.caller,
      );
    },
    finish() {
      return condensedCalls(trie, condenser.finish(), options.details);
    },
  };
}
