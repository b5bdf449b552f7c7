import { guessTime, type TimeGuess } from './guess-time.ts';
import { likeness, wordsOfName, type ColumnRole } from './column-roles.ts';
import { likelyEvent } from './event-words.ts';
import type { LogSample } from './sample-log.ts';
import { isZone } from './zone-name.ts';

type Field = string | number | readonly Field[] | { readonly [name: string]: Field };

/** A mapping that a log's first rows suggest, and what they don't tell. */
export interface MappingProposal {
  /** What a mapping file says, in order. */
  readonly fields: Readonly<Record<string, Field>>;
  /** What has to be looked at, in sentences. */
  readonly notes: readonly string[];
}

const mostWords = 60;

/** Words of a log that may be shown: none that could be somebody's number. */
const isWord = (text: string): boolean => text.length <= 60 && text.replace(/\D/g, '').length < 5;

function textsIn({ columns, rows }: LogSample, column: string): readonly string[] {
  const index = columns.indexOf(column);
  return rows.map((row) => row[index] ?? '');
}

const namesUtc = (column: string): boolean => / (?:utc|gmt)$/.test(wordsOfName(column));

/** Whether a column says the same in all rows of a call: how the call ended, and not what happened in a row. */
function isOfCall(sample: LogSample, call: string | undefined, column: string): boolean {
  if (call === undefined) return false;
  const texts = textsIn(sample, column);
  const known = new Map<string, string>();
  let rows = 0;
  for (const [index, id] of textsIn(sample, call).entries()) {
    const text = texts[index] ?? '';
    const before = known.get(id);
    if (before === undefined) known.set(id, text);
    else if (before !== text) return false;
    else rows += 1;
  }
  return rows > 0;
}

/** The zone of times without an offset, where a column's name, or a column of its own, says it. */
function zoneOf(sample: LogSample, column: string): string | undefined {
  if (namesUtc(column)) return 'UTC';
  const named = sample.columns.find((name) =>
    /(?:^| )(?:time ?zone|tz|zone)$/.test(wordsOfName(name)),
  );
  const zones = new Set(named === undefined ? [] : textsIn(sample, named));
  const [zone = ''] = zones;
  return zones.size === 1 && isZone(zone) ? zone : undefined;
}

/** The columns by what they are, each for one thing at most; the name decides, the content where it can. */
function assign(
  sample: LogSample,
  times: ReadonlyMap<string, TimeGuess>,
): ReadonlyMap<ColumnRole, string> {
  const found = new Map<ColumnRole, string>();
  const taken = new Set<string>();
  const take = (role: ColumnRole, fits: (column: string) => boolean = () => true): void => {
    const [best] = sample.columns
      .filter((column) => !taken.has(column) && likeness(role, column) > 0 && fits(column))
      .sort((a, b) => likeness(role, b) - likeness(role, a));
    if (best === undefined) return;
    found.set(role, best);
    taken.add(best);
  };
  const holds = (what: TimeGuess['holds']) => (column: string) => times.get(column)?.holds === what;
  const says = (column: string): boolean =>
    holds('moment')(column) && (times.get(column)?.hasOffset === true || namesUtc(column));
  // Of several moments of a row one that needs no zone is the best.
  take('at', says);
  if (!found.has('at')) take('at', holds('moment'));
  if (!found.has('at')) {
    take('date', holds('day'));
    take('time', holds('time'));
    // A number of ten digits may be a moment, or somebody's number: only its name can tell.
    const moment = sample.columns.find(
      (column) =>
        !taken.has(column) &&
        holds('moment')(column) &&
        times.get(column)?.patterns[0]?.startsWith('epoch') !== true,
    );
    if (!found.has('date') && moment !== undefined) {
      found.set('at', moment);
      taken.add(moment);
    }
  }
  take('until', (column) => times.has(column));
  take('call');
  const wordsIn = (column: string): readonly string[] => [
    ...new Set(textsIn(sample, column).filter((text) => text !== '')),
  ];
  const isKnown = (word: string): boolean => likelyEvent(word) !== undefined;
  const few = (column: string): boolean => wordsIn(column).length <= mostWords;
  take('event', (column) => few(column) && wordsIn(column).some(isKnown));
  if (!found.has('event'))
    take('event', (column) => few(column) && /^(?:event|evt|ereignis|evento)/i.test(column));
  take('node');
  take('exit', (column) => few(column) && !isOfCall(sample, found.get('call'), column));
  for (const role of ['value', 'number', 'caller', 'language', 'script'] as const) take(role);
  take('seq', (column) => textsIn(sample, column).every((text) => /^-?\d{0,15}$/.test(text)));
  take('seconds', (column) =>
    textsIn(sample, column).every((text) => /^(?:\d*|\d{1,3}:\d\d:\d\d)(?:[.,]\d+)?$/.test(text)),
  );
  return found;
}

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
    notes.push(
      `at: "${what}" names no offset. By the names of columns its clock stands at ${zone}.`,
    );
  else if (needsZone)
    notes.push(
      `at: "${what}" names no offset. Until "zone" says where its clock stands (zone: Europe/Berlin), its rows are rejected.`,
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
  for (const [word, rows] of [...counts].sort((a, b) => b[1] - a[1]).slice(0, mostWords)) {
    if (!isWord(word)) continue;
    const event = likelyEvent(word);
    // A key for a word: that it was pressed is what happened.
    if (/^[0-9*#]$/.test(word)) words[word] = { event: 'input', value: column };
    else if (event === undefined) unknown.push(`"${word}" (${rows})`);
    else words[word] = event;
  }
  if (unknown.length > 0)
    notes.push(
      `${where}: what these words of "${column}" mean can't be told: ${unknown.join(', ')}. Give each an event, or skip; its rows are rejected until then.`,
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

/** Proposes a mapping by the names of a log's columns and what stands in its first rows. */
export function proposeMapping(sample: LogSample): MappingProposal {
  const notes: string[] = [];
  const times = new Map<string, TimeGuess>();
  for (const column of sample.columns) {
    const guess = guessTime(textsIn(sample, column));
    if (guess !== undefined) times.set(column, guess);
  }
  const found = assign(sample, times);
  const column = (role: ColumnRole): string | undefined => found.get(role);
  const fields: Record<string, Field> = { mapping: 1 };
  if (sample.kind === 'json') {
    fields['records'] = 'json';
    if (sample.lists.length > 0) fields['lists'] = sample.lists;
  } else if (!sample.hasHeader) {
    fields['header'] = sample.columns;
    notes.push(
      'header: the first row is one already. Give the columns names, and use these below.',
    );
  }

  if (column('call') === undefined)
    notes.push('call: no column is called like an id of calls. Say which it is.');
  fields['call'] = shown(column('call') ?? sample.columns[0]);
  const [at, date, time] = [column('at'), column('date'), column('time')];
  const parts = at === undefined ? [date, time].filter((part) => part !== undefined) : [at];
  if (parts.length === 0)
    notes.push(
      'at: in no column all texts are moments that can be read. Say which it is, and its pattern.',
    );
  fields['at'] =
    parts.length === 0
      ? shown(nearest(sample, 'at', column('call')))
      : timeField(
          sample,
          parts,
          parts.map((part) => times.get(part)),
          notes,
        );

  const event = column('event');
  const exit = column('exit');
  if (event !== undefined)
    fields['event'] = { column: event, words: wordsOf(sample, event, notes, 'event') };
  else {
    fields['event'] = { text: 'enter' };
    notes.push('event: no column says what happened. Each row is taken for a visit of its node.');
  }
  if (column('node') === undefined)
    notes.push('node: no column is called like a node, a menu or a step. Say which it is.');
  else fields['node'] = shown(column('node'));
  for (const role of ['value', 'seq', 'number', 'caller', 'language', 'script'] as const)
    if (column(role) !== undefined) fields[role] = shown(column(role));
  if (event === undefined && exit !== undefined) {
    const [seconds, until] = [column('seconds'), column('until')];
    if (seconds !== undefined) {
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
      `exit: "${ofCall}" says the same in all rows of a call. It tells how calls ended, not visits, and is not read.`,
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
