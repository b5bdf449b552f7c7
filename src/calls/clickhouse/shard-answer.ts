import { IvrError } from '../../source/ivr-error.ts';
import type { PartialLog } from '../bytes/partial-log.ts';
import type { KnownValues } from '../kept-value.ts';
import { createRowTally } from '../row-tally.ts';
import type { RejectedRow } from '../condensed-log.ts';
import type { Codes } from './codes.ts';
import { createIdCondenser } from './condense-ids.ts';
import { counts, mostRowsPerId } from './answer-items.ts';
import { brokenAnswer, list, text, whole } from './answer-values.ts';
import type { AnswerRow, Reading } from './connect.ts';
import type { RowJudge } from './judge-mapped-row.ts';
import { countedByServer } from './counted-by-server.ts';
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

/** What is known of the table on a server. */
export interface ShardTable {
  /** Whether it tells where a row stood in its log. */
  readonly hasPlaces: boolean;
  readonly isEmpty: boolean;
  /** Judges rows of a table that is read by a mapping. */
  readonly judge?: RowJudge | undefined;
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
  const rejects: RejectedRow[] = [];
  const ids = createIdCondenser(known, {
    path,
    hasPlaces,
    onReject: (where, line, column, reason) => {
      rejects.push({ path: where, line, column, reason });
    },
  });
  const counted = countedByServer(codes);
  let [judgedIds, judgedRows, unclearCalls] = [0, 0, 0];
  /** Rows and items that came, and how many the answer says there are. */
  let rowsTold = 0;
  let [items, itemsTold] = [0, isEmpty ? 0 : Number.NaN];

  const judgeId = (row: AnswerRow): void => {
    const own = readIdRows(text(row['s']), list(row['w'], text), codes, judge);
    judgedIds += 1;
    judgedRows += own.length;
    ids.add(own);
  };

  return {
    take(row) {
      const times = whole(row['n']);
      if (row['k'] !== counts.items) items += times;
      switch (row['k']) {
        case counts.path:
          counted.path(row, times);
          return;
        case counts.dwell:
          counted.dwell(row, times);
          return;
        case counts.hour:
          counted.hour(row, times);
          return;
        case counts.end:
          counted.end(row, times);
          return;
        case counts.late:
          counted.late(row, times);
          return;
        case counts.script:
          counted.script(row, times);
          return;
        case counts.rows:
          judgeId(row);
          return;
        case counts.fates:
          rowsTold = whole(row['total']);
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
          throw brokenAnswer();
      }
    },
    end() {
      const hasAllRows = rowsTold === counted.rows() + judgedRows;
      if (items !== itemsTold || !hasAllRows || !counted.isWhole())
        throw new BrokenAnswer('its answer is incomplete');
      const tally = createRowTally(path);
      tally.use(counted.rows());
      const parts = [counted.packed(tally.counts()), ids.finish()];
      return { parts, rejects, judgedIds, unclearCalls };
    },
  };
}
