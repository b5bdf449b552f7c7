import type { Found } from '../insight/insight.ts';
import { isRate } from '../insight/rate.ts';
import type { Column, Row, Table, Value } from '../insight/table.ts';
import type { InsightReport } from './insight-report.ts';

/** Fewer calls than these may be somebody. */
const fewestTold = 5;

const dayMs = 86_400_000;

const isFew = (count: number): boolean => count > 0 && count < fewestTold;

/** Whether a row tells of so few calls that somebody may be known by it. */
function isTelling(row: Row, columns: readonly Column[]): boolean {
  return columns.some(({ field, unit }) => {
    const value = row[field];
    if (isRate(value)) return isFew(value.count) || isFew(value.of);
    return unit === 'count' && typeof value === 'number' && isFew(value);
  });
}

/** Numbers that are dialled are called by their place among the others. */
function withoutNumbers(value: Value, lines: Map<string, string>): Value {
  if (typeof value !== 'string' || !/^\+?\d{5,}$/.test(value)) return value;
  const known = lines.get(value) ?? `line ${lines.size + 1}`;
  lines.set(value, known);
  return known;
}

function anonymousTable(
  table: Table,
  lines: Map<string, string>,
): Table & { readonly hidden: number } {
  const rows = table.rows.filter((row) => !isTelling(row, table.columns));
  return {
    ...table,
    rows: rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([field, value]) => [field, withoutNumbers(value, lines)]),
      ),
    ),
    hidden: table.rows.length - rows.length,
  };
}

function anonymousFound(found: Found, lines: Map<string, string>): Found {
  const tables = found.tables.map((table) => anonymousTable(table, lines));
  const hidden = tables.reduce((sum, table) => sum + table.hidden, 0);
  const excluded = (found.excluded ?? []).filter(({ count }) => !isFew(count));
  return {
    ...found,
    tables,
    excluded:
      hidden === 0
        ? excluded
        : [...excluded, { count: hidden, what: `rows of fewer than ${fewestTold} calls` }],
  };
}

/**
 * A report that can be shared: no row that tells of 1 to 4 calls, no numbers, no names of files, the
 * window by days, nothing of rejected rows but their count. Names of nodes and queues stay: the report
 * is about them.
 */
export function anonymous(report: InsightReport): InsightReport {
  const { log, insights } = report;
  const lines = new Map<string, string>();
  const { window } = log;
  const days =
    window === undefined
      ? undefined
      : {
          from: Math.floor(window.from / dayMs) * dayMs,
          to: Math.ceil(window.to / dayMs) * dayMs,
        };
  return {
    ...report,
    log: { ...log, sources: [], firstRejects: [], window: days },
    insights: {
      ...insights,
      answers: insights.answers.map(({ insight, found }) => ({
        insight,
        found: anonymousFound(found, lines),
      })),
    },
  };
}
