import { assignColumns, isOfCall } from './assign-columns.ts';
import { likeness } from './column-likeness.ts';
import type { ColumnRole } from './column-roles.ts';
import { guessTime, type TimeGuess } from './guess-time.ts';
import type { MappingProposal, Proposing } from './mapping-proposal.ts';
import { proposeMoment } from './propose-moment.ts';
import { proposeWords } from './propose-words.ts';
import { textsIn, type LogSample } from './sample-log.ts';

/** Roles of columns that say how a visit, or a call, ended. */
const ofEnds: ReadonlySet<ColumnRole> = new Set(['exit', 'seconds', 'until']);

/** More columns than this are not named where they are not read. */
const mostNamed = 40;

/** Whether no call has two rows. */
function isOncePerCall(sample: LogSample, call: string | undefined): boolean {
  if (call === undefined) return false;
  const ids = textsIn(sample, call).filter((id) => id !== '');
  return ids.length > 1 && new Set(ids).size === ids.length;
}

function proposeLayout({ sample, fields, notes }: Proposing): void {
  if (sample.kind === 'json') {
    fields['records'] = 'json';
    if (sample.lists.length > 0) fields['lists'] = sample.lists;
  } else if (!sample.hasHeader) {
    fields['header'] = sample.columns;
    notes.push('header: the first row is data. Give the columns names, and use these below.');
  }
}

function proposeCall({ sample, column, fields, notes }: Proposing): void {
  const call = column('call');
  if (call === undefined) notes.push('call: no column has a name like a call id. Say which it is.');
  fields['call'] = call ?? sample.columns[0] ?? '';
}

/** What rows are where no column says what happened. */
type RowsAre = 'events' | 'visits' | 'calls';

function rowsAre({ sample, column }: Proposing): RowsAre {
  if (column('event') !== undefined) return 'events';
  const isCall = column('node') === undefined && isOncePerCall(sample, column('call'));
  return isCall ? 'calls' : 'visits';
}

function proposeEvent(proposing: Proposing, are: RowsAre): void {
  const { column, fields, notes } = proposing;
  const [event, node] = [column('event'), column('node')];
  if (event !== undefined)
    fields['event'] = { column: event, words: proposeWords(proposing, 'event', event) };
  else if (are === 'calls') {
    fields['event'] = { text: 'start' };
    notes.push(
      'event: no column says what happened, or where, and no call has two rows. Each row counts as a call: its beginning and its end are read, but no path through the menus.',
    );
  } else {
    fields['event'] = { text: 'enter' };
    notes.push('event: no column says what happened. Each row counts as a visit to its node.');
  }
  if (node !== undefined) fields['node'] = node;
  else if (are !== 'calls')
    notes.push('node: no column has a name like a node, a menu or a step. Say which it is.');
}

/** Proposes how visits, or calls, ended, and when. */
function proposeExit(proposing: Proposing, are: RowsAre): void {
  const { sample, column, fields, notes } = proposing;
  if (are === 'events') return;
  const [exit, seconds, until] = [column('exit'), column('seconds'), column('until')];
  if (exit !== undefined) {
    // How long a call was may be told in any unit; when it ended is plain.
    if (seconds !== undefined && !(are === 'calls' && until !== undefined)) {
      fields['seconds'] = seconds;
      if (textsIn(sample, seconds).some((text) => text.includes(','))) fields['decimal'] = ',';
    } else if (until !== undefined) fields['until'] = until;
    fields['exit'] = {
      column: exit,
      words: proposeWords(proposing, 'exit', exit),
      others: 'skip',
    };
  }
  const ofCall = sample.columns.find(
    (name) => likeness('exit', name) > 0 && isOfCall(sample, column('call'), name),
  );
  if (ofCall !== undefined && ofCall !== exit)
    notes.push(
      `exit: "${ofCall}" says the same in all rows of a call. It says how calls ended, not visits, and is not read.`,
    );
}

/** Proposes a mapping by the names of a log's columns and what stands in its first rows. */
export function proposeMapping(sample: LogSample): MappingProposal {
  const times = new Map<string, TimeGuess>();
  for (const column of sample.columns) {
    const guess = guessTime(textsIn(sample, column));
    if (guess !== undefined) times.set(column, guess);
  }
  const found = assignColumns(sample, times);
  const column = (role: ColumnRole): string | undefined => found.get(role);
  const proposing: Proposing = { sample, column, times, fields: { mapping: 1 }, notes: [] };
  const { fields, notes } = proposing;
  const are = rowsAre(proposing);
  proposeLayout(proposing);
  proposeCall(proposing);
  proposeMoment(proposing);
  proposeEvent(proposing, are);
  for (const role of ['value', 'seq', 'number', 'caller', 'script'] as const) {
    const own = column(role);
    if (own !== undefined) fields[role] = own;
  }
  proposeExit(proposing, are);

  const hasExit = are !== 'events' && column('exit') !== undefined;
  const used = new Set(
    [...found].flatMap(([role, name]) => (hasExit || !ofEnds.has(role) ? [name] : [])),
  );
  const rest = sample.columns.filter((name) => !used.has(name));
  if (rest.length > 0) notes.push(`Not read: ${rest.slice(0, mostNamed).join(', ')}.`);
  return { fields, notes };
}
