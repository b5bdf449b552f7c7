import type { CountedCalls } from '../counted-calls.ts';
import type { DetailCounter } from '../detail-counter.ts';
import { packDwell } from '../dwell-counts.ts';
import { traits, type EventTable } from '../event-table.ts';
import type { PathTrie } from '../path-trie.ts';
import { createDwellTable } from './dwell-table.ts';

const hour = 3_600_000;

/** Counts whole calls; their paths go into the trie. */
export interface CallCounter {
  /** Counts the events `begin` to `end` of the two lists as one call. */
  readonly count: (
    codes: ArrayLike<number>,
    at: ArrayLike<number>,
    begin: number,
    end: number,
    isLate: boolean,
    /** Positions of events whose moment isn't known: the time beside them counts for nothing. */
    untimed?: ReadonlySet<number>,
    /** Stands for the caller; NaN where that isn't known. */
    caller?: number,
  ) => void;
  readonly counts: () => Omit<CountedCalls, 'duplicateRows' | 'window'>;
}

/** Nothing counted. */
export function createCallCounter(
  trie: PathTrie,
  events: EventTable,
  details?: DetailCounter,
): CallCounter {
  const dwell = createDwellTable();
  const odd = { lateCalls: 0, reopenedCalls: 0, unterminatedCalls: 0, unstartedCalls: 0 };
  const hours = new Map<number, number>();
  const versions: number[] = [];
  let calls = 0;
  /** The hour in which the last calls began, and how many: they are in no list yet. */
  let began = Number.NaN;
  let beganNow = 0;

  const countHour = (from: number): void => {
    const next = Math.floor(from / hour);
    if (next !== began) {
      if (beganNow > 0) hours.set(began, (hours.get(began) ?? 0) + beganNow);
      began = next;
      beganNow = 0;
    }
    beganNow += 1;
  };

  /** The pair of events that leads to a state; the trie notes it, as it is the same for all calls there. */
  const pairOf = (state: number, before: number, token: number): number => {
    const known = trie.note(state);
    if (known !== 0) return known;
    const pair = dwell.pairOf(before, token);
    trie.setNote(state, pair);
    return pair;
  };

  /** The version of a call: that of its first row that names one; 0 for none. */
  const versionOf = (codes: ArrayLike<number>, begin: number, end: number): number => {
    if (events.versions().length === 1) return 0;
    for (let index = begin; index < end; index += 1) {
      const version = events.version(codes[index] ?? 0);
      if (version !== 0) return version;
    }
    return 0;
  };

  return {
    count(codes, at, begin, end, isLate, untimed, caller = Number.NaN) {
      const from = at[begin] ?? 0;
      const version = versionOf(codes, begin, end);
      const script = events.versions()[version] ?? '';
      if (details?.isSelected(from, script) === false) {
        details.leaveOut();
        return;
      }
      let queued = -1;
      let state = 0;
      let isEnded = false;
      let goesOn = false;
      let isStay = false;
      let before = 0;
      for (let index = begin; index < end; index += 1) {
        const code = codes[index] ?? 0;
        const token = events.token(code);
        const bits = events.traits(code);
        state = trie.next(state, token);
        if (queued < 0 && (bits & traits.queues) !== 0) queued = index;
        if (isEnded) goesOn ||= (bits & traits.leaves) === 0;
        else isEnded = (bits & traits.closes) !== 0;
        if (isStay && untimed?.has(index) !== true)
          dwell.count(pairOf(state, before, token), (at[index] ?? 0) - (at[index - 1] ?? 0));
        isStay = (bits & traits.stays) !== 0 && untimed?.has(index) !== true;
        before = token;
      }
      calls += 1;
      if (isLate) odd.lateCalls += 1;
      if ((events.traits(codes[begin] ?? 0) & traits.starts) === 0) odd.unstartedCalls += 1;
      if (!isEnded) odd.unterminatedCalls += 1;
      else if (goesOn) odd.reopenedCalls += 1;
      countHour(from);
      if (version !== 0) versions[version] = (versions[version] ?? 0) + 1;
      trie.end(state, (at[end - 1] ?? 0) - from);
      if (details === undefined) return;
      const isTimed = queued >= 0 && untimed?.has(queued) !== true;
      const node = isTimed ? trie.step(events.token(codes[queued] ?? 0)).node : '';
      const queue = isTimed ? { node, at: at[queued] ?? from } : undefined;
      details.count({ path: state, at: from, script, queue, caller });
    },
    counts() {
      countHour(Number.NaN);
      return {
        calls,
        dwell: packDwell(dwell, trie.step),
        irregular: { lateRows: 0, ...odd },
        hours: [...hours]
          .sort(([a], [b]) => a - b)
          .map(([began, count]) => ({ from: began * hour, calls: count })),
        versions: events
          .versions()
          .flatMap((script, version) => {
            const count = versions[version] ?? 0;
            return count === 0 ? [] : [{ script, calls: count }];
          })
          .sort((a, b) => (a.script < b.script ? -1 : 1)),
      };
    },
  };
}
