import { likeness, wordsOfName } from './column-likeness.ts';
import type { ColumnRole } from './column-roles.ts';
import { columnKey } from '../formats/find-table.ts';
import { likelyEvent } from './event-words.ts';
import type { TimeGuess } from './guess-time.ts';
import { namesAbroad } from './names-abroad.ts';
import { textsIn, type LogSample } from './sample-log.ts';
import { namesUtc } from './zone-of.ts';

/** A column with more different texts holds no words. */
export const mostWords = 60;

/** Whether a column says the same in all rows of a call: how the call ended, and not what happened in a row. */
export function isOfCall(sample: LogSample, call: string | undefined, column: string): boolean {
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

/** Whether a column can only be what happened, whatever its words are. */
const isCalledEvent = (column: string): boolean =>
  /^(?:event|evt)/i.test(column) || namesAbroad.event?.includes(columnKey(column)) === true;

type Times = ReadonlyMap<string, TimeGuess>;

/** What a moment is called without the clock that it is on. */
const bareName = (column: string): string => wordsOfName(column).replace(/ (?:utc|gmt|local)$/, '');

const needsNoZone = (times: Times, column: string): boolean =>
  times.get(column)?.holds === 'moment' &&
  (times.get(column)?.hasOffset === true || namesUtc(column));

/** The columns by what they are, each for one thing at most; the name decides, the content where it can. */
export function assignColumns(sample: LogSample, times: Times): ReadonlyMap<ColumnRole, string> {
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
  take('at', holds('moment'));
  const at = found.get('at');
  if (at !== undefined && !needsNoZone(times, at)) {
    // The same moment on another clock, where that one needs no zone.
    const other = sample.columns.find(
      (column) => bareName(column) === bareName(at) && needsNoZone(times, column),
    );
    if (other !== undefined) {
      found.set('at', other);
      taken.add(other);
    }
  }
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
  if (!found.has('event')) take('event', (column) => few(column) && isCalledEvent(column));
  take('node');
  take('exit', (column) => few(column) && !isOfCall(sample, found.get('call'), column));
  for (const role of ['value', 'number', 'caller', 'script'] as const) take(role);
  take('seq', (column) => textsIn(sample, column).every((text) => /^-?\d{0,15}$/.test(text)));
  take('seconds', (column) =>
    textsIn(sample, column).every((text) => /^(?:\d*|\d{1,3}:\d\d:\d\d)(?:[.,]\d+)?$/.test(text)),
  );
  return found;
}
