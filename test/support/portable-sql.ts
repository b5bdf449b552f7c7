import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CallEvent } from '../../src/calls/call-event.ts';
import type { CondensedCalls } from '../../src/calls/condensed-log.ts';
import { keptValue, nothingKnown } from '../../src/calls/kept-value.ts';
import { readLogFile } from '../../src/calls/read-log-file.ts';
import { readLog } from './read-log.ts';
import { createRowTally } from '../../src/calls/row-tally.ts';
import { condense } from './condense.ts';
import { projectFolder } from './run-ivr.ts';
import { dwellTimes } from '../../src/calls/dwell-times.ts';

/** The statements of docs/clickhouse.md that are to run in any database: paths, then stretches. */
export function portableStatements(): readonly string[] {
  const page = readFileSync(join(projectFolder, 'docs/clickhouse.md'), 'utf8');
  return [...page.matchAll(/```sql portable\n([\s\S]*?)```/g)].map(([, sql]) => sql ?? '');
}

/** Some calls of a sample, their values as they may be kept. */
export async function sampleEvents(calls: number): Promise<readonly CallEvent[]> {
  const path = join(projectFolder, 'sample-logs/northwind-bank.csv');
  const ids = new Set<string>();
  const events: CallEvent[] = [];
  for await (const batch of readLog(readLogFile(path), createRowTally(path))) {
    for (const event of batch) {
      if (ids.size < calls) ids.add(event.call);
      const value = keptValue(nothingKnown, event.event, event.node, event.value);
      if (ids.has(event.call)) events.push({ ...event, value });
    }
  }
  return events;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Statements that make the table `ev` of some events. */
export function fillEv(events: readonly CallEvent[]): readonly string[] {
  const rows = events.map(
    ({ call, at, event, node, value }, index) =>
      `(${quoted(call)}, ${at}, ${index}, ${quoted(event)}, ${quoted(node)}, ${quoted(value)})`,
  );
  const columns =
    'call VARCHAR, moment BIGINT, place BIGINT, event VARCHAR, node VARCHAR, value VARCHAR';
  return [`CREATE TABLE ev (${columns})`, `INSERT INTO ev VALUES ${rows.join(', ')}`];
}

/** What the two statements should give: rows of texts, sorted as texts. */
export function portableResults(events: readonly CallEvent[]): readonly (readonly string[])[] {
  const { variants, dwell }: CondensedCalls = condense(events);
  const paths = variants.map(({ steps, calls, duration: { sum, min, max } }) => [
    steps.map(({ event, node, value }) => `${event}:${node}:${value}`).join('|'),
    ...[calls, sum, min, max].map(String),
  ]);
  const stretches = [...dwellTimes(dwell)].map(({ node, from, to, value, ms, times }) => [
    ...[node, from, to, value, String(ms), String(times)],
  ]);
  return [paths, stretches].map(asLines);
}

/** Rows as sorted lines. */
export const asLines = (rows: readonly (readonly string[])[]): readonly string[] =>
  rows.map((row) => row.join('\t')).sort();
