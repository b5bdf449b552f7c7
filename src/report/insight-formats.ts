import type { InsightReport } from './insight-report.ts';
import { insightsToCsv } from './insights-csv.ts';
import { insightsDocument } from './insights-json.ts';
import { insightsToMarkdown } from './insights-markdown.ts';
import { insightsToText } from './insights-text.ts';
import { jsonText } from './json.ts';
import type { Paint } from './paint.ts';

export type InsightFormat = 'text' | 'json' | 'markdown';

/** Reports on insights as one text: one report, or one for each version of a script, oldest first. */
export function insightText(
  reports: readonly InsightReport[],
  format: InsightFormat,
  paint?: Paint,
): string {
  const [only, another] = reports;
  switch (format) {
    case 'text':
      return reports.map((report) => insightsToText(report, paint)).join('\n');
    case 'markdown':
      return reports.map(insightsToMarkdown).join('\n');
    case 'json':
      return jsonText(
        only !== undefined && another === undefined
          ? insightsDocument(only)
          : { schemaVersion: 1, versions: reports.map(insightsDocument) },
      );
  }
}

/** Reports on insights as CSV files by name; those of several versions begin with their number. */
export function insightFiles(reports: readonly InsightReport[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    reports.flatMap((report, index) =>
      Object.entries(insightsToCsv(report)).map(([name, content]) => [
        reports.length === 1 ? name : `${index + 1}-${name}`,
        content,
      ]),
    ),
  );
}
