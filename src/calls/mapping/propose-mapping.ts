import type { CallEventName } from '../call-event.ts';
import { assignColumns, isOfCall, mostWords } from './assign-columns.ts';
import { likeness } from './column-likeness.ts';
import type { ColumnRole } from './column-roles.ts';
import { guessTime, type TimeGuess } from './guess-time.ts';
import { likelyEvent } from './event-words.ts';
import { textsIn, type LogSample } from './sample-log.ts';
import { zoneOf } from './zone-of.ts';

type Field = string | number | readonly Field[] | { readonly [name: string]: Field };

/** A mapping that a log's first rows suggest, and what they don't tell. */
export interface MappingProposal {
  /** What a mapping file says, in order. */
  readonly fields: Readonly<Record<string, Field>>;
  /** What has to be looked at, in sentences. */
  readonly notes: readonly string[];
}

/** Words of a log that may be shown: none that could be somebody's number. */
const isWord = (text: string): boolean => text.length <= 60 && text.replace(/\D/g, '').length < 5;

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

/** Who ended a call, by a column of disconnects: there an agent is no answer. */
const endWords: ReadonlyMap<string, CallEventName> = new Map([
  ...['external', 'customer', 'caller'].map((word) => [word, 'hangup'] as const),
  ...['agent', 'system'].map((word) => [word, 'disconnect'] as const),
]);

function wordsOf(
  sample: LogSample,
  column: string,
  notes: string[],
  where: string,
): Readonly<Record<string, Field>> {
  const counts = new Map<string, number>();
  for (const text of textsIn(sample, column))
    if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
  const words: Record<string, Field> = {};
  const unknown: string[] = [];
  const isOfEnds = /disconnect|desconexi/i.test(column);
  for (const [word, rows] of [...counts].sort((a, b) => b[1] - a[1]).slice(0, mostWords)) {
    if (!isWord(word)) continue;
    const event = (isOfEnds ? endWords.get(word.toLowerCase()) : undefined) ?? likelyEvent(word);
    // A key for a word: that it was pressed is what happened.
    if (/^[0-9*#]$/.test(word)) words[word] = { event: 'input', value: column };
    else if (event === undefined) unknown.push(`"${word}" (${rows})`);
    else words[word] = event;
  }
  if (unknown.length > 0)
    notes.push(
      `${where}: these words of "${column}" are unknown: ${unknown.join(', ')}. Give each an event, or skip; its rows are rejected until then.`,
    );
  return words;
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

const shown = (column: string | undefined): Field => column ?? '';

/** Whether no call has two rows. */
function isOncePerCall(sample: LogSample, call: string | undefined): boolean {
  if (call === undefined) return false;
  const ids = textsIn(sample, call).filter((id) => id !== '');
  return ids.length > 1 && new Set(ids).size === ids.length;
}

/** Proposes a mapping by the names of a log's columns and what stands in its first rows. */
export function proposeMapping(sample: LogSample): MappingProposal {
  const notes: string[] = [];
  const times = new Map<string, TimeGuess>();
  for (const column of sample.columns) {
    const guess = guessTime(textsIn(sample, column));
    if (guess !== undefined) times.set(column, guess);
  }
  const found = assignColumns(sample, times);
  const column = (role: ColumnRole): string | undefined => found.get(role);
  const fields: Record<string, Field> = { mapping: 1 };
  if (sample.kind === 'json') {
    fields['records'] = 'json';
    if (sample.lists.length > 0) fields['lists'] = sample.lists;
  } else if (!sample.hasHeader) {
    fields['header'] = sample.columns;
    notes.push('header: the first row is data. Give the columns names, and use these below.');
  }

  if (column('call') === undefined)
    notes.push('call: no column has a name like a call id. Say which it is.');
  fields['call'] = shown(column('call') ?? sample.columns[0]);
  const [at, date, time] = [column('at'), column('date'), column('time')];
  const parts = at === undefined ? [date, time].filter((part) => part !== undefined) : [at];
  if (parts.length === 0)
    notes.push('at: no column has only times that can be read. Say which it is, and its pattern.');
  fields['at'] =
    parts.length === 0
      ? shown(nearest(sample, 'at', column('call')))
      : timeField(
          sample,
          parts,
          parts.map((part) => times.get(part)),
          notes,
        );

  const hasDecimalComma = parts.some(
    (part) =>
      times.get(part)?.patterns[0]?.startsWith('epoch') === true &&
      textsIn(sample, part).some((text) => text.includes(',')),
  );
  if (hasDecimalComma) fields['decimal'] = ',';

  const event = column('event');
  const exit = column('exit');
  const isOfCalls =
    event === undefined && column('node') === undefined && isOncePerCall(sample, column('call'));
  if (event !== undefined)
    fields['event'] = { column: event, words: wordsOf(sample, event, notes, 'event') };
  else if (isOfCalls) {
    fields['event'] = { text: 'start' };
    notes.push(
      'event: no column says what happened, or where, and no call has two rows. Each row counts as a call: its beginning and its end are read, but no path through the menus.',
    );
  } else {
    fields['event'] = { text: 'enter' };
    notes.push('event: no column says what happened. Each row counts as a visit to its node.');
  }
  if (column('node') !== undefined) fields['node'] = shown(column('node'));
  else if (!isOfCalls)
    notes.push('node: no column has a name like a node, a menu or a step. Say which it is.');
  for (const role of ['value', 'seq', 'number', 'caller', 'script'] as const)
    if (column(role) !== undefined) fields[role] = shown(column(role));
  if (event === undefined && exit !== undefined) {
    const [seconds, until] = [column('seconds'), column('until')];
    // How long a call was may be told in any unit; when it ended is plain.
    if (seconds !== undefined && !(isOfCalls && until !== undefined)) {
      fields['seconds'] = seconds;
      if (textsIn(sample, seconds).some((text) => text.includes(','))) fields['decimal'] = ',';
    } else if (until !== undefined) fields['until'] = until;
    fields['exit'] = { column: exit, words: wordsOf(sample, exit, notes, 'exit'), others: 'skip' };
  }
  const ofCall = sample.columns.find(
    (name) => likeness('exit', name) > 0 && isOfCall(sample, column('call'), name),
  );
  if (event === undefined && ofCall !== undefined && ofCall !== exit)
    notes.push(
      `exit: "${ofCall}" says the same in all rows of a call. It says how calls ended, not visits, and is not read.`,
    );
  const isVisit = event === undefined && exit !== undefined;
  const ofVisits: ReadonlySet<ColumnRole> = new Set(['exit', 'seconds', 'until']);
  const used = new Set(
    [...found].flatMap(([role, name]) => (isVisit || !ofVisits.has(role) ? [name] : [])),
  );
  const rest = sample.columns.filter((name) => !used.has(name));
  if (rest.length > 0) notes.push(`Not read: ${rest.slice(0, 40).join(', ')}.`);
  return { fields, notes };
}
