import { createDwellTable } from './bytes/dwell-table.ts';
import type { CallEvent, ToldEvent } from './call-event.ts';
import { isClosing } from './call-event.ts';
import { beginsStretch, countsOf } from './dwell-counts.ts';
import { keptValue, nothingKnown, type KnownValues } from './kept-value.ts';
import {
  latestRow,
  longestEnding,
  longestSilence,
  orderCall,
  type OpenCall,
  type OrderedCall,
} from './open-call.ts';
import { createPathTrie } from './path-trie.ts';
import type { CondensedCalls, Irregular } from './condensed-log.ts';

export interface Condenser {
  readonly add: (event: CallEvent) => void;
  /** Adds a call that is whole and in order, as translations of vendors' logs tell it. */
  readonly addCall: (events: readonly ToldEvent[]) => void;
  /** Closes what is still open and gives the result; nothing may be added after it. */
  readonly finish: () => CondensedCalls;
}

/** A call with the positions of events whose moment isn't known. */
interface WholeCall extends OrderedCall {
  readonly untimed?: ReadonlySet<number>;
}

/** How many rows pass between two looks for calls that can be let go. */
const sweepEvery = 4096;

/**
 * Condenses events to paths with counts, in one pass. Calls may overlap in any way, and rows of a
 * call may come late: they are put in order when the call is let go, which is as soon as no row can
 * belong to it any more (ten minutes of the log's own time after its end, a day where it has none).
 * So memory is bounded by the calls that are open at once and the paths that differ. A row that
 * comes more than five minutes late shows a log out of order: from there on no call is let go before
 * the end, which costs memory but counts right. Throws an IvrError when paths outgrow the memory.
 */
export function createCondenser(known: KnownValues = nothingKnown): Condenser {
  const trie = createPathTrie();
  const open = new Map<string, OpenCall>();
  const dwell = createDwellTable();
  const odd = {
    lateRows: 0,
    lateCalls: 0,
    reopenedCalls: 0,
    unterminatedCalls: 0,
    unstartedCalls: 0,
  };
  let calls = 0;
  let rowsToSweep = sweepEvery;
  let inOrder = true;
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;

  const countDwell = ({ tokens, at, untimed }: WholeCall): void => {
    for (let index = 0; index + 1 < tokens.length; index += 1) {
      const token = tokens[index] ?? 0;
      if (!beginsStretch(trie.step(token).event)) continue;
      if (untimed?.has(index) === true || untimed?.has(index + 1) === true) continue;
      dwell.count(token, tokens[index + 1] ?? 0, (at[index + 1] ?? 0) - (at[index] ?? 0));
    }
  };

  const countCall = (call: WholeCall): void => {
    const events = call.tokens.map((token) => trie.step(token).event);
    const end = events.findIndex(isClosing);
    calls += 1;
    if (events[0] !== 'start') odd.unstartedCalls += 1;
    if (end < 0) odd.unterminatedCalls += 1;
    else if (!events.slice(end + 1).every((event) => isLeaving(event))) odd.reopenedCalls += 1;
    trie.count(call.tokens, 0, call.tokens.length, (call.at.at(-1) ?? 0) - (call.at[0] ?? 0));
    countDwell(call);
  };

  const letGo = (call: OpenCall): void => {
    odd.lateRows += call.lateRows;
    for (const whole of orderCall(call, (token) => trie.step(token).event)) countCall(whole);
  };

  const sweep = (): void => {
    for (const [id, call] of open) {
      const silence = call.closed ? longestEnding : longestSilence;
      if (to - call.lastAt <= silence + latestRow) continue;
      open.delete(id);
      letGo(call);
    }
    // A sweep looks at every open call: with many of them it comes less often.
    rowsToSweep = Math.max(sweepEvery, open.size);
  };

  const tokenOf = ({ event, node, value }: CallEvent): number =>
    trie.token(event, node, keptValue(known, event, node, value));

  return {
    addCall(events) {
      if (events.length === 0) return;
      const at = events.map((event) => event.at);
      const untimed = new Set(events.flatMap((event, index) => (event.untimed ? [index] : [])));
      for (const moment of at) {
        from = Math.min(from, moment);
        to = Math.max(to, moment);
      }
      countCall({ tokens: events.map(tokenOf), at, untimed });
    },
    add({ call: id, at, event, node, value, seq }) {
      let call = open.get(id);
      if (call === undefined) {
        call = { at: [], seq: [], token: [], lastAt: at, lateRows: 0, closed: false };
        open.set(id, call);
      }
      if (at < call.lastAt) call.lateRows += 1;
      else call.lastAt = at;
      call.at.push(at);
      call.seq.push(seq ?? Number.NaN);
      call.token.push(trie.token(event, node, keptValue(known, event, node, value)));
      if (event === 'start') call.closed = false;
      else call.closed ||= isClosing(event);
      if (at < to - latestRow) inOrder = false;
      from = Math.min(from, at);
      to = Math.max(to, at);
      rowsToSweep -= 1;
      if (inOrder && rowsToSweep <= 0) sweep();
    },
    finish() {
      for (const call of open.values()) letGo(call);
      open.clear();
      return {
        calls,
        variants: trie.variants(),
        dwell: countsOf(dwell, trie.step),
        irregular: odd satisfies Irregular,
        hours: [],
        versions: [],
        duplicateRows: 0,
        window: from <= to ? { from, to } : undefined,
      };
    },
  };
}

/** The conversation that follows a call in the menu ends, too. */
function isLeaving(event: CallEvent['event']): boolean {
  return event === 'hangup' || event === 'disconnect' || event === 'end';
}

/** Condenses events that are at hand as a whole. */
export function condense(events: Iterable<CallEvent>, known?: KnownValues): CondensedCalls {
  const condenser = createCondenser(known);
  for (const event of events) condenser.add(event);
  return condenser.finish();
}
