import { likeness } from './column-likeness.ts';
import type { ColumnRole } from './column-roles.ts';
import type { TimeGuess } from './guess-time.ts';
import type { Field, Proposing } from './mapping-proposal.ts';
import { textsIn, type LogSample } from './sample-log.ts';
import { zoneOf } from './zone-of.ts';

function timeField(
  sample: LogSample,
  columns: readonly string[],
  guesses: readonly (TimeGuess | undefined)[],
  notes: string[],
): Field {
  const patterns = guesses.reduce<readonly string[]>(
    (all, guess) =>
      all.flatMap((before) =>
        (guess?.patterns ?? ['iso']).map((one) => (before === '' ? one : `${before} ${one}`)),
      ),
    [''],
  );
  const [pattern = 'iso', ...others] = patterns;
  const last = guesses.at(-1);
  const needsZone = last?.hasOffset !== true;
  const what = columns.join(', ');
  const zone = needsZone ? zoneOf(sample, columns.at(-1) ?? '') : undefined;
  if (others.length > 0) {
    const both = patterns.map((one) => `"${one}"`).join(' or ');
    notes.push(
      `at: "${what}" may be written as ${both}. Until "pattern" says which, its rows are rejected.`,
    );
  }
  if (zone !== undefined)
    notes.push(`at: "${what}" names no offset. The column names suggest the zone ${zone}.`);
  else if (needsZone)
    notes.push(
      `at: "${what}" names no offset. Until "zone" gives its time zone (zone: Europe/Berlin), its rows are rejected.`,
    );
  if (guesses[0]?.holds === 'time')
    notes.push(
      'at: the rows have times only. "day" must say on which day the log begins (day: 2026-03-02).',
    );
  const isPlain = pattern === 'iso' || others.length > 0;
  const source: Readonly<Record<string, Field>> =
    columns.length === 1 ? { column: columns[0] ?? '' } : { columns };
  const clock = zone === undefined ? {} : { zone };
  if (isPlain && columns.length === 1 && zone === undefined) return columns[0] ?? '';
  return isPlain ? { ...source, ...clock } : { ...source, pattern, ...clock };
}

/** The column whose name says most that it is this, whatever it holds; else the first that is not taken. */
function nearest(
  { columns }: LogSample,
  role: ColumnRole,
  taken: string | undefined,
): string | undefined {
  const free = columns.filter((column) => column !== taken);
  const [best] = free.toSorted((a, b) => likeness(role, b) - likeness(role, a));
  return best ?? columns[0];
}

/** Proposes where a row says when it happened. */
export function proposeMoment({ sample, column, times, fields, notes }: Proposing): void {
  const [at, date, time] = [column('at'), column('date'), column('time')];
  const parts = at === undefined ? [date, time].filter((part) => part !== undefined) : [at];
  if (parts.length === 0) {
    notes.push('at: no column has only times that can be read. Say which it is, and its pattern.');
    fields['at'] = nearest(sample, 'at', column('call')) ?? '';
    return;
  }
  const guesses = parts.map((part) => times.get(part));
  fields['at'] = timeField(sample, parts, guesses, notes);
  const hasDecimalComma = parts.some(
    (part) =>
      times.get(part)?.patterns[0]?.startsWith('epoch') === true &&
      textsIn(sample, part).some((text) => text.includes(',')),
  );
  if (hasDecimalComma) fields['decimal'] = ',';
}
