import type { Answered } from '../insight/find-insights.ts';
import type { Row, Value } from '../insight/table.ts';
import type { InsightReport } from './insight-report.ts';
import { jsonText } from './json.ts';

/** Six decimals are more than any interval holds, and the same on every machine. */
const rounded = (value: number | undefined): number | null =>
  value === undefined ? null : Math.round(value * 1e6) / 1e6;

function valueJson(value: Value): unknown {
  if (value === undefined) return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return rounded(value);
  if ('difference' in value) {
    const { difference, low, high } = value;
    return { difference: rounded(difference), low: rounded(low), high: rounded(high) };
  }
  const { count, of, rate, low, high, trust } = value;
  return { count, of, rate: rounded(rate), low: rounded(low), high: rounded(high), trust };
}

const rowJson = (row: Row) =>
  Object.fromEntries(Object.entries(row).map(([field, value]) => [field, valueJson(value)]));

/** An insight as plain data: tables by id, rows by field. */
export function answerJson({ insight, found }: Answered) {
  const { title, question, definition, source } = insight;
  return {
    ...{ title, question, definition, source },
    unknown: found.unknown ?? null,
    tables: Object.fromEntries(found.tables.map(({ id, rows }) => [id, rows.map(rowJson)])),
    excluded: found.excluded ?? [],
    notes: found.notes ?? [],
  };
}

/**
 * The document of `ivr analyze --log --format json`, as plain data: insights by id, tables by id, rows
 * by field. A rate is `{count, of, rate, low, high, trust}`, shares are from 0 to 1, and what can't be
 * known is `null`.
 */
export function insightsDocument({ script, log, replay, insights, version }: InsightReport) {
  const time = (at: number): string => new Date(at).toISOString();
  const { window, rows, rejectedBy, irregular } = log;
  const { fit, answers } = insights;
  return {
    schemaVersion: 1,
    script: script.id,
    version: version ?? null,
    window: window === undefined ? null : { from: time(window.from), to: time(window.to) },
    rows: { ...rows, rejectedBy },
    irregular,
    versions: log.versions,
    calls: replay.calls,
    leftOut: log.details?.unselected ?? 0,
    variants: replay.variants,
    fit: { isEnough: fit.isEnough, share: rounded(fit.share), check: fit.check },
    insights: Object.fromEntries(answers.map((answer) => [answer.insight.id, answerJson(answer)])),
  };
}

/** What `ivr analyze --log --format json` prints: one document, with a line end. */
export function insightsToJson(report: InsightReport): string {
  return jsonText(insightsDocument(report));
}
