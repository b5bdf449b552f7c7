import type { CondensedLog } from '../calls/condensed-log.ts';
import { grouped, plural } from '../source/plural.ts';

/** What became of the rows of a log that was loaded into a table. */
export interface LoadReport {
  readonly path: string;
  readonly rows: Pick<CondensedLog['rows'], 'read' | 'used' | 'rejected'>;
  readonly rejectedBy: CondensedLog['rejectedBy'];
  /** Rows that were added now, that the table had already, and that it has twice. */
  readonly added: number;
  readonly there: number;
  readonly twice: number;
}

function linesOf({ path, rows, rejectedBy, added, there, twice }: LoadReport): readonly string[] {
  const reasons = Object.entries(rejectedBy).map(
    ([reason, count]) => `  ${grouped(count)} rejected: ${reason}`,
  );
  const again =
    twice === 0
      ? []
      : [`  ${plural(twice, 'row')} twice in the table: replay counts them as duplicates`];
  return [
    path,
    `  ${grouped(rows.read)} read = ${grouped(rows.used)} used + ${grouped(rows.rejected)} rejected`,
    `  ${plural(added + there, 'event')} = ${grouped(added)} added + ${grouped(there)} there already`,
    ...reasons,
    ...again,
  ];
}

/** What `ivr calls load` did, log by log. */
export function loadToText(reports: readonly LoadReport[]): string {
  return `${reports.flatMap(linesOf).join('\n')}\n`;
}
