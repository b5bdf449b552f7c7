import { createCallCounter } from '../bytes/count-calls.ts';
import { packedLog, type PartialLog } from '../bytes/partial-log.ts';
import type { CallEvent } from '../call-event.ts';
import { createEventTable } from '../event-table.ts';
import type { KnownValues } from '../kept-value.ts';
import { orderRows } from '../order-rows.ts';
import type { OnReject } from '../log-engine.ts';
import { createPathTrie } from '../path-trie.ts';
import { createRowTally } from '../row-tally.ts';
import { compareWhole, type IdRow } from './id-rows.ts';

interface UsedRow {
  readonly place: string;
  readonly event: CallEvent;
  readonly code: number;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Condenses ids whose rows are all at hand, by the rules of docs/log-format.md. */
export interface IdCondenser {
  /** Takes all rows of an id, in the order of their places. */
  readonly add: (rows: readonly IdRow[]) => void;
  readonly finish: () => PartialLog;
}

/** The table that rows come from. */
export interface IdTable {
  /** The name that rejected rows are reported under. */
  readonly path: string;
  /** Whether it tells where a row stood in its log. */
  readonly hasPlaces: boolean;
  readonly onReject?: OnReject | undefined;
}

/**
 * Begins with no ids. Where a table has no places, rows of one moment come in the order of their rank,
 * and after that in one that is the same always.
 */
export function createIdCondenser(
  known: KnownValues,
  { path, hasPlaces, onReject }: IdTable,
): IdCondenser {
  const trie = createPathTrie();
  const events = createEventTable(trie, known);
  const counter = createCallCounter(trie, events);
  const tally = createRowTally(path, onReject);
  let duplicateRows = 0;
  let lateRows = 0;
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;

  const logsOf = (rows: readonly IdRow[]): ReadonlyMap<string, number> =>
    new Map([...new Set(rows.map(({ log }) => log))].map((log, index) => [log, index]));
  const nameOf = (code: number): string => {
    const { event, node, value } = trie.step(events.token(code));
    return `${event}\n${node}\n${value}`;
  };
  const byName = (a: UsedRow, b: UsedRow): number =>
    a.event.at - b.event.at ||
    events.rank(a.code) - events.rank(b.code) ||
    compareText(nameOf(a.code), nameOf(b.code));
  /** Places that stand twice tell no order. */
  const byPlace = (a: UsedRow, b: UsedRow): number =>
    events.log(a.code) - events.log(b.code) || compareWhole(a.place, b.place) || byName(a, b);

  return {
    add(rows) {
      const used: UsedRow[] = [];
      const logs = logsOf(rows);
      for (const { read, log, place } of rows) {
        if (read === 'skip') tally.use();
        else if ('reason' in read)
          tally.reject(hasPlaces ? Number(place) : 0, read.column, read.reason);
        else {
          tally.use();
          const index = hasPlaces ? (logs.get(log) ?? 0) : 0;
          used.push({ place, event: read, code: events.codeOf(read, index) });
        }
      }
      if (used.length === 0) return;
      used.sort(hasPlaces ? byPlace : byName);
      const at = used.map(({ event }) => event.at);
      const { calls, ...fates } = orderRows(
        {
          at,
          code: used.map(({ code }) => code),
          seq: used.map(({ event: { seq } }) => seq ?? Number.NaN),
          length: used.length,
        },
        events,
      );
      for (const call of calls) counter.count(call.code, call.at, 0, call.at.length, call.isLate);
      duplicateRows += fates.duplicateRows;
      lateRows += fates.lateRows;
      from = at.reduce((least, moment) => Math.min(least, moment), from);
      to = at.reduce((most, moment) => Math.max(most, moment), to);
    },
    finish() {
      const { irregular, ...counts } = counter.counts();
      return packedLog(trie, tally.counts(), {
        ...counts,
        irregular: { ...irregular, lateRows },
        duplicateRows,
        window: from <= to ? { from, to } : undefined,
      });
    },
  };
}
