import type { RejectedRow } from './condensed-log.ts';
import type { OnReject } from './log-engine.ts';

const mostOfEach = 3;

/** The first rejected rows of every reason. */
export interface RejectExamples {
  readonly onReject: OnReject;
  readonly rows: () => readonly RejectedRow[];
}

/** Begins with no rows. Reasons are a fixed list, so few rows are kept, however many come. */
export function createRejectExamples(): RejectExamples {
  const kept = new Map<string, RejectedRow[]>();
  return {
    onReject(path, line, column, reason) {
      const rows = kept.get(reason) ?? [];
      kept.set(reason, rows);
      if (rows.length < mostOfEach) rows.push({ path, line, column, reason });
    },
    rows: () => [...kept.values()].flat(),
  };
}
