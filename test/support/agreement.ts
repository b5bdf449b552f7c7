import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CallEvent, CallEventName } from '../../src/calls/call-event.ts';
import { condenseLogs } from '../../src/calls/condense-logs.ts';
import type { CondensedLog } from '../../src/calls/condensed-log.ts';
import { canonicalLines } from '../../src/calls/digest-of.ts';
import { nothingKnown } from '../../src/calls/kept-value.ts';
import type { LogEngine } from '../../src/calls/log-engine.ts';
import { readLogFile } from '../../src/calls/read-log-file.ts';
import { withRowCounts } from '../../src/calls/row-tally.ts';
import { naiveCondense } from './naive-condense.ts';
import { sortedByCall } from './sorted-by-call.ts';

const header = 'call,at,event,node,value,seq,script';
const broken = ['too,few', 'c,2026-03-02T08:00:00.000,enter,main,,,'] as const;
const reasons = ['too few fields', 'time without offset'] as const;

/** How rows of a sound log are made untidy; `draw` gives numbers below a thousand. */
type Untidying = (rows: readonly string[], draw: () => number) => readonly string[];

const shuffled: Untidying = (rows, draw) => {
  const keys = rows.map(() => draw() * 1e6 + draw() * 1000 + draw());
  return rows
    .map((_, index) => index)
    .sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0))
    .map((index) => rows[index] ?? '');
};
/** Rows that trade places with near ones, some sent twice, some broken. */
const dirty: Untidying = (rows, draw) =>
  rows.flatMap((row, index) => {
    const kind = draw();
    const other = rows[Math.max(0, index - (draw() % 40))] ?? row;
    if (kind < 10) return [row, other];
    if (kind < 20) return [broken[kind % 2] ?? '', row];
    return [row];
  });

const untidyings: Readonly<Record<string, Untidying>> = {
  'in order': (rows) => rows,
  dirty,
  shuffled,
  'shuffled and dirty': (rows, draw) => shuffled(dirty(rows, draw), draw),
};

/** A row with its number and its version of the script, or without. */
const numbered = (rows: readonly string[], isNumbered: boolean): readonly string[] =>
  rows.map(
    (row, index) => `${row},${isNumbered ? index : ''},v${Math.floor((index * 3) / rows.length)}`,
  );

function expectedOf(rows: readonly string[]): CondensedLog {
  const rejectedBy = new Map<string, number>();
  const events = rows.flatMap((row): readonly CallEvent[] => {
    const place = broken.indexOf(row as (typeof broken)[number]);
    if (place >= 0) {
      const reason = reasons[place] ?? '';
      rejectedBy.set(reason, (rejectedBy.get(reason) ?? 0) + 1);
      return [];
    }
    const [call = '', at = '', event, node = '', value = '', seq = '', script = ''] =
      row.split(',');
    const number = seq === '' ? {} : { seq: Number(seq) };
    return [
      { call, at: Date.parse(at), event: event as CallEventName, node, value, script, ...number },
    ];
  });
  const used = events.length;
  const counts = { read: rows.length, used, rejected: rows.length - used, duplicate: 0 };
  const rejects = { rejectedBy: Object.fromEntries(rejectedBy), firstRejects: [] };
  return withRowCounts([], { rows: counts, ...rejects }, naiveCondense([events]));
}

const jsonOf = (rows: readonly string[]): string => {
  const names = header.split(',');
  return rows
    .map((row) => {
      const place = broken.indexOf(row as (typeof broken)[number]);
      if (place === 0) return '{"call": "c"';
      const fields = row.split(',');
      return JSON.stringify(Object.fromEntries(names.map((name, index) => [name, fields[index]])));
    })
    .join('\n');
};

/** The first line in which two logs differ; nothing where they agree. */
function differenceOf(found: CondensedLog, expected: CondensedLog): string | undefined {
  const lines = [...canonicalLines(expected)];
  let place = 0;
  for (const line of canonicalLines(found)) {
    if (line !== lines[place])
      return `${line.slice(0, 200)} instead of ${(lines[place] ?? 'nothing').slice(0, 200)}`;
    place += 1;
  }
  return place === lines.length ? undefined : `${lines[place]?.slice(0, 200) ?? ''} is missing`;
}

/**
 * Condenses a sound log of native rows (`call,at,event,node,value`, without a header), and the same made
 * untidy in several ways, by every reader and by the engines given; the naive count of the tests is the
 * judge. Tells where somebody disagrees.
 */
export async function* agreement(
  sound: readonly string[],
  folder: string,
  engines: readonly LogEngine[] = [],
): AsyncGenerator<{ readonly name: string; readonly difference: string | undefined }> {
  for (const [kind, untidy] of Object.entries(untidyings)) {
    for (const isNumbered of [false, true]) {
      const draw = drawsOf(1000);
      const rows = untidy(numbered(sound, isNumbered), draw);
      const expected = expectedOf(rows);
      const text = `${header}\n${rows.join('\n')}\n`;
      const fileOf = (name: string, content: string) => {
        const file = join(folder, name);
        writeFileSync(file, content);
        return () => readLogFile(name, file, content.length);
      };
      const csv = fileOf('log.csv', text);
      const byRows = fileOf('rows.csv', `\n${text}`);
      const byLines = fileOf('log.jsonl', jsonOf(rows));
      const readers: Readonly<Record<string, () => Promise<CondensedLog>>> = {
        bytes: () => condenseLogs([csv()]),
        'bytes with little memory': () => condenseLogs([csv()], nothingKnown, { memory: 400_000 }),
        rows: () => condenseLogs([byRows()]),
        'rows sorted by call': () => Promise.resolve(sortedByCall(text, 3, join(folder, 'rows'))),
        ...Object.fromEntries(
          engines.map((engine) => [engine.name, () => engine.condense([csv()], nothingKnown)]),
        ),
      };
      const name = `${kind}${isNumbered ? ', with seq' : ''}`;
      for (const [reader, read] of Object.entries(readers))
        yield { name: `${name}: ${reader}`, difference: differenceOf(await read(), expected) };
      // What is broken in a line of JSON is another reason.
      const { rejectedBy, ...counts } = await condenseLogs([byLines()]);
      const rejected = Object.values(rejectedBy).reduce((sum, count) => sum + count, 0);
      const difference =
        rejected === expected.rows.rejected
          ? differenceOf({ ...counts, rejectedBy: expected.rejectedBy }, expected)
          : `${rejected} rows rejected instead of ${expected.rows.rejected}`;
      yield { name: `${name}: JSON Lines`, difference };
    }
  }
}

/** The rows of a native log in a file, without their header. */
export const rowsIn = (file: string): readonly string[] =>
  readFileSync(file, 'utf8').trimEnd().split('\n').slice(1);

/** Numbers below a limit, the same each time (a linear congruential generator of Numerical Recipes). */
function drawsOf(limit: number): () => number {
  let state = 20261121;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
