import type { CondensedCalls, CondensedLog, LogSource, RejectedRow } from './condensed-log.ts';
import type { OnReject } from './log-engine.ts';

/** The rows of a log by their fate: `read = used + rejected`, always. */
export type RowCounts = Pick<CondensedLog, 'rows' | 'rejectedBy' | 'firstRejects'>;

export interface RowTally {
  readonly use: (rows?: number) => void;
  /** Says that so many of the rows used were replaced by newer ones. */
  readonly replace: (rows: number) => void;
  readonly reject: (line: number, column: string | undefined, reason: string) => void;
  readonly counts: () => RowCounts;
}

const mostRejectsKept = 20;

/** Counts the rows of one file. Of the rejected ones the first are kept in full, all are counted and told. */
export function createRowTally(path: string, onReject?: OnReject): RowTally {
  let used = 0;
  let rejected = 0;
  let duplicate = 0;
  const rejectedBy = new Map<string, number>();
  const firstRejects: RejectedRow[] = [];
  return {
    use(rows = 1) {
      used += rows;
    },
    replace(rows) {
      duplicate += rows;
    },
    reject(line, column, reason) {
      rejected += 1;
      rejectedBy.set(reason, (rejectedBy.get(reason) ?? 0) + 1);
      if (firstRejects.length < mostRejectsKept) firstRejects.push({ path, line, column, reason });
      onReject?.(path, line, column, reason);
    },
    counts: () => ({
      rows: { read: used + rejected, used, rejected, duplicate },
      rejectedBy: Object.fromEntries([...rejectedBy].sort(byCount)),
      firstRejects,
    }),
  };
}

function byCount([reasonA, a]: [string, number], [reasonB, b]: [string, number]): number {
  return b - a || (reasonA < reasonB ? -1 : 1);
}

/** The counts of a log without rows. */
export const noRows: RowCounts = {
  rows: { read: 0, used: 0, rejected: 0, duplicate: 0 },
  rejectedBy: {},
  firstRejects: [],
};

/** The rows of some lines that stand behind so many others. */
export const behindLines = (lines: number, counts: RowCounts): RowCounts => ({
  ...counts,
  firstRejects: counts.firstRejects.map((reject) => ({ ...reject, line: reject.line + lines })),
});

/** The rows of several files together; the rejects that are kept are those of the first files. */
export function addRowCounts(all: readonly RowCounts[]): RowCounts {
  const sum = (key: keyof CondensedLog['rows']) =>
    all.reduce((total, { rows }) => total + rows[key], 0);
  const rejectedBy = new Map<string, number>();
  for (const counts of all) {
    for (const [reason, rows] of Object.entries(counts.rejectedBy)) {
      rejectedBy.set(reason, (rejectedBy.get(reason) ?? 0) + rows);
    }
  }
  return {
    rows: {
      read: sum('read'),
      used: sum('used'),
      rejected: sum('rejected'),
      duplicate: sum('duplicate'),
    },
    rejectedBy: Object.fromEntries([...rejectedBy].sort(byCount)),
    firstRejects: all.flatMap((counts) => counts.firstRejects).slice(0, mostRejectsKept),
  };
}

/** Puts together what is known of rows and of calls. */
export function withRowCounts(
  sources: readonly LogSource[],
  { rows, ...rejects }: RowCounts,
  { duplicateRows, ...calls }: CondensedCalls,
): CondensedLog {
  const duplicate = rows.duplicate + duplicateRows;
  return { sources, rows: { ...rows, duplicate }, ...rejects, ...calls };
}
