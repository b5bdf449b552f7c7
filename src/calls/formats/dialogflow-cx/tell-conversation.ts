import { untoldEnd } from '../close-call.ts';
import { eventList } from '../event-list.ts';
import type { CallRow, Telling, ToldCall } from '../log-format.ts';

/** What a turn says: what the caller did on the page where the conversation was, and where it is now. */
export interface TurnFacts {
  readonly turn: number;
  readonly page: string;
  readonly did: 'input' | 'noinput' | 'nomatch' | undefined;
  /** The keys or the intent. */
  readonly value: string;
  readonly ends: 'transfer' | 'person' | 'disconnect' | undefined;
}

/**
 * Tells a conversation by its turns. A page is entered when an answer leads there; the same page again is
 * not entered again after silence, or after words that nobody understood.
 */
export function tellConversation(
  rows: readonly CallRow<TurnFacts>[],
  { names, logEnd }: Telling,
): ToldCall {
  const turns = [...rows].sort((a, b) => a.at - b.at || a.facts.turn - b.facts.turn || 0);
  const [first] = turns;
  if (first === undefined) return { events: [] };
  const list = eventList(first.call);
  list.add(first.at, 'start', '');
  let node: string | undefined;
  for (const { at, facts } of turns) {
    if (list.isClosed()) break;
    if (node !== undefined && facts.did !== undefined)
      list.add(at, facts.did, node, { value: facts.did === 'input' ? facts.value : '' });
    const next = facts.page === '' ? node : (names.nodeOf(facts.page) ?? facts.page);
    if (next !== undefined && (next !== node || facts.did === 'input')) list.add(at, 'enter', next);
    node = next;
    const here = node ?? '';
    if (facts.ends === 'person') list.add(at, 'queue', here);
    if (facts.ends === 'transfer' || facts.ends === 'disconnect') list.add(at, facts.ends, here);
  }
  const lastAt = turns.at(-1)?.at ?? first.at;
  const isHandedOn = list.events.at(-1)?.event === 'queue';
  const end = untoldEnd(list.events, { call: first.call, lastAt, logEnd, node, isHandedOn });
  return { events: [...list.events, ...end] };
}
