import { IvrError } from '../../source/ivr-error.ts';
import { packedLog, type PartialLog } from '../bytes/partial-log.ts';
import { isClosing, type CallEventName } from '../call-event.ts';
import { packDwell } from '../dwell-counts.ts';
import type { KnownValues } from '../kept-value.ts';
import { createPathTrie } from '../path-trie.ts';
import { createRowTally } from '../row-tally.ts';
import type { RejectedRow } from '../condensed-log.ts';
import type { Codes } from './codes.ts';
import { createIdCondenser } from './condense-ids.ts';
import { counts, mostRowsPerId } from './answer-items.ts';
import type { AnswerRow, Reading } from './connect.ts';
import type { RowJudge } from './judge-mapped-row.ts';
import { readIdRows } from './id-rows.ts';
import { BrokenAnswer } from './server-error.ts';

/** What a server answered, as parts that share no call. */
export interface ShardAnswer {
  readonly parts: readonly PartialLog[];
  readonly rejects: readonly RejectedRow[];
  /** Ids whose rows came along, because the rules had to judge them. */
  readonly judgedIds: number;
  /** Calls of which the table doesn't tell the order of two rows of one moment. */
  readonly unclearCalls: number;
}

const broken = (): BrokenAnswer => new BrokenAnswer('its answer is not what was asked for');

/** A whole number of an answer; servers write large ones between quotes. */
function whole(value: unknown): number {
  const number = typeof value === 'string' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) throw broken();
  return number;
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw broken();
  return value;
}

const list = <Item>(value: unknown, item: (value: unknown) => Item): readonly Item[] => {
  if (!Array.isArray(value)) throw broken();
  return value.map(item);
};

/** The conversation that follows a call in the menu ends, too. */
const leaving: ReadonlySet<CallEventName> = new Set(['hangup', 'disconnect', 'end']);

/** What is known of the table on a server. */
export interface ShardTable {
  /** Whether it tells where a row stood in its log. */
  readonly hasPlaces: boolean;
  readonly isEmpty: boolean;
  /** Judges rows of a table that is read by a mapping. */
  readonly judge?: RowJudge | undefined;
}

interface Stretches {
  readonly begin: number;
  readonly next: number;
  readonly bucket: number;
  readonly times: number;
}

/**
 * Reads the answer to `condenseSql`: adds up what the server has counted, and condenses the ids whose
 * rows came along. Throws a `BrokenAnswer` at the end when rows are missing. `path` is the name that
 * rejected rows are reported under.
 */
export function readShardAnswer(
  path: string,
  codes: Codes,
  known: KnownValues,
  { hasPlaces, isEmpty, judge }: ShardTable,
): Reading<ShardAnswer> {
  const trie = createPathTrie();
  const rejects: RejectedRow[] = [];
  const ids = createIdCondenser(path, known, hasPlaces, (where, line, column, reason) => {
    rejects.push({ path: where, line, column, reason });
  });
  const tokens = new Map<number, number>();
  const stretches: Stretches[] = [];
  const hours = new Map<number, number>();
  const versions = new Map<string, number>();
  const odd = {
    lateRows: 0,
    lateCalls: 0,
    reopenedCalls: 0,
    unterminatedCalls: 0,
    unstartedCalls: 0,
  };
  let [calls, rows, ends, judgedIds, judgedRows, unclearCalls] = [0, 0, 0, 0, 0, 0];
  let rowsTold = 0;
  let [items, itemsTold] = [0, isEmpty ? 0 : Number.NaN];
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;

  const tokenOf = (code: number): number => {
    const before = tokens.get(code);
    if (before !== undefined) return before;
    const step = codes.step(code);
    if (step === undefined) throw broken();
    const token = trie.token(step.event, step.node, step.value);
    tokens.set(code, token);
    return token;
  };

  const takePath = (path: readonly number[], times: number, row: AnswerRow): void => {
    const events = path.map((token) => trie.step(token).event);
    const end = events.findIndex(isClosing);
    calls += times;
    rows += times * path.length;
    if (events[0] !== 'start') odd.unstartedCalls += times;
    if (end < 0) odd.unterminatedCalls += times;
    else if (!events.slice(end + 1).every((event) => leaving.has(event)))
      odd.reopenedCalls += times;
    trie.add(path, 0, path.length, {
      ...{ calls: times, sum: whole(row['total']) },
      ...{ min: whole(row['least']), max: whole(row['most']) },
    });
  };

  return {
    take(row) {
      const times = whole(row['n']);
      if (row['k'] !== counts.items) items += times;
      switch (row['k']) {
        case counts.path:
          takePath(
            list(row['p'], (code) => tokenOf(whole(code))),
            times,
            row,
          );
          return;
        case counts.dwell: {
          const [begin, next] = list(row['p'], (code) => tokenOf(whole(code)));
          if (begin === undefined || next === undefined) throw broken();
          stretches.push({ begin, next, bucket: whole(row['b']), times });
          return;
        }
        case counts.rows: {
          const own = readIdRows(text(row['s']), list(row['w'], text), codes, judge);
          judgedIds += 1;
          judgedRows += own.length;
          ids.add(own);
          return;
        }
        case counts.fates:
          rowsTold = whole(row['total']);
          return;
        case counts.hour:
          hours.set(whole(row['b']), times);
          from = Math.min(from, whole(row['least']));
          return;
        case counts.end:
          ends = times;
          to = whole(row['most']);
          return;
        case counts.late:
          odd.lateRows = whole(row['total']);
          odd.lateCalls = times;
          return;
        case counts.script:
          versions.set(text(row['s']), times);
          return;
        case counts.unclear:
          unclearCalls = times;
          return;
        case counts.items:
          itemsTold = whole(row['total']);
          return;
        case counts.tooMany: {
          const message = `An id of ${path} has ${whole(row['most'])} rows: that is not a call.`;
          const help = `Check the column for "call"; ids have at most ${mostRowsPerId} rows.`;
          throw new IvrError('log-layout', message, { help });
        }
        default:
          throw broken();
      }
    },
    end() {
      if (items !== itemsTold || rowsTold !== rows + judgedRows || ends !== calls)
        throw new BrokenAnswer('its answer is broken off');
      const tally = createRowTally(path);
      tally.use(rows);
      const each: Parameters<typeof packDwell>[0]['each'] = (visit) => {
        for (const { begin, next, bucket, times } of stretches) visit(begin, next, bucket, times);
      };
      const counted = packedLog(trie, tally.counts(), {
        ...{ calls, irregular: odd, duplicateRows: 0 },
        dwell: packDwell({ each }, trie.step),
        hours: [...hours].sort(([a], [b]) => a - b).map(([hour, n]) => ({ from: hour, calls: n })),
        versions: [...versions]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([script, n]) => ({ script, calls: n })),
        window: from <= to ? { from, to } : undefined,
      });
      return { parts: [counted, ids.finish()], rejects, judgedIds, unclearCalls };
    },
  };
}
