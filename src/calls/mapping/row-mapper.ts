import { callEventNames, type CallEvent, type CallEventName } from '../call-event.ts';
import { isDamaged } from '../is-damaged.ts';
import type { Pseudonym } from '../log-engine.ts';
import { meaningsIn, type LogMapping, type WordMeaning } from './mapping.ts';
import { columnsOf, cutOut, textOf, type FieldOf, type TextOf } from './text-of.ts';
import { timeReader, type MappedTimeProblem, type TimeReader } from './time-reader.ts';

/** Why a row of a mapped log is no event. */
export type MappedReason =
  | MappedTimeProblem
  | 'no call id'
  | 'damaged text'
  | 'unknown event'
  | 'no node entered'
  | 'seq not a number'
  | 'seconds not readable'
  | 'ends before it begins';

export interface MappedReject {
  readonly column: string | undefined;
  readonly reason: MappedReason;
}

/** The events of a row, once its moment is known. */
export type EventsAt = (at: number) => readonly CallEvent[] | MappedReject;

/** What a row says: when, or the two moments that it may be, and what; nothing where it is to be skipped. */
export type MappedRow =
  | { readonly at: number; readonly eventsAt: EventsAt }
  | { readonly first: number; readonly second: number; readonly eventsAt: EventsAt }
  | 'skip'
  | MappedReject;

export type RowMapper = (field: FieldOf) => MappedRow;

interface Meaning {
  readonly event: CallEventName;
  readonly value: TextOf | undefined;
  readonly node: TextOf | undefined;
}

const names: ReadonlySet<string> = new Set(callEventNames);
const isName = (word: string): word is CallEventName => names.has(word);

function meaningsOf(meaning: WordMeaning): readonly Meaning[] {
  return meaningsIn(meaning).flatMap((one) => {
    if (one === 'skip') return [];
    if (typeof one === 'string') return [{ event: one, value: undefined, node: undefined }];
    const { event, value, node } = one;
    return [
      {
        event,
        value: value === undefined ? undefined : textOf(value),
        node: node === undefined ? undefined : textOf(node),
      },
    ];
  });
}

/** The events that a word of the log means; capitals don't matter. Nothing for a word that isn't known. */
type MeaningOf = (field: FieldOf) => readonly Meaning[] | undefined;

function meaningOf(
  source: NonNullable<LogMapping['event']> | NonNullable<LogMapping['exit']>,
): MeaningOf {
  if (typeof source === 'string') {
    return (field) => plainMeaning(field(source));
  }
  if ('text' in source) {
    const meanings = meaningsOf(source.text);
    return () => meanings;
  }
  const { words, others } = source;
  const known = new Map(
    Object.entries(words ?? {}).map(([word, meaning]) => [
      word.trim().toLowerCase(),
      meaningsOf(meaning),
    ]),
  );
  return (field) => {
    const word = cutOut(field(source.column), source).toLowerCase();
    return (
      known.get(word) ??
      (words === undefined ? plainMeaning(word) : undefined) ??
      (others === 'skip' ? [] : undefined)
    );
  };
}

function plainMeaning(word: string): readonly Meaning[] | undefined {
  const name = word.toLowerCase();
  return isName(name) ? meaningsOf(name) : undefined;
}

/** The column to blame, where it is one. */
const blamed = (source: Parameters<typeof columnsOf>[0]): string | undefined => {
  const columns = columnsOf(source);
  return columns.length === 1 ? columns[0] : undefined;
};

/** Seconds, or hours, minutes and seconds with colons between them, in milliseconds. */
function secondsIn(text: string, decimal: '.' | ','): number | undefined {
  const plain = decimal === ',' ? text.replace(',', '.') : text;
  const [, hours, minutes, seconds] =
    /^(\d{1,3}):([0-5]\d):([0-5]\d(?:\.\d{1,9})?)$/.exec(plain) ?? [];
  if (hours !== undefined)
    return Math.round((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000);
  return /^\d{1,9}(?:\.\d{1,9})?$/.test(plain) ? Math.round(Number(plain) * 1000) : undefined;
}

const timeText = (time: LogMapping['at']): TextOf => {
  if (typeof time === 'string') return (field) => field(time);
  return 'columns' in time ? textOf({ columns: time.columns }) : textOf(time.column);
};
const timeOptions = (time: LogMapping['at']): Exclude<LogMapping['at'], string> =>
  typeof time === 'string' ? { column: time } : time;

interface Ending {
  readonly meaningOf: MeaningOf;
  readonly column: string;
  /** When the visit ends, by its row and its beginning. */
  readonly endOf: (field: FieldOf, at: number) => number | MappedReject;
}

async function endingOf(mapping: LogMapping): Promise<Ending | undefined> {
  const { exit, seconds, until, decimal = '.', at } = mapping;
  if (exit === undefined) return undefined;
  const untilReader: TimeReader | undefined =
    until === undefined
      ? undefined
      : await timeReader({ ...timeOptions(at), ...timeOptions(until) }, decimal);
  const endOf = (field: FieldOf, start: number): number | MappedReject => {
    if (seconds !== undefined) {
      const ms = secondsIn(field(seconds), decimal);
      return ms === undefined ? { column: seconds, reason: 'seconds not readable' } : start + ms;
    }
    if (until === undefined || untilReader === undefined) return start;
    const column = blamed(until);
    const moment = untilReader.readAfter(timeText(until)(field), start);
    if (typeof moment === 'string') return { column, reason: moment };
    // Of two moments that the clock shows alike, a visit ends at the first that isn't before it.
    const end =
      typeof moment === 'number' ? moment : moment.first >= start ? moment.first : moment.second;
    return end < start ? { column, reason: 'ends before it begins' } : end;
  };
  return { meaningOf: meaningOf(exit), column: exit.column, endOf };
}

/** Makes what turns rows of a mapped log into events, given the rows in the order of the log. */
export async function rowMapper(mapping: LogMapping, pseudonym?: Pseudonym): Promise<RowMapper> {
  const { decimal = '.' } = mapping;
  const optional = (source: LogMapping['value']): TextOf =>
    source === undefined ? () => '' : textOf(source);
  const callOf = textOf(mapping.call);
  const nodeOf = mapping.node === undefined ? () => '' : textOf(mapping.node);
  const valueOf = optional(mapping.value);
  const seqOf = optional(mapping.seq);
  const numberOf = optional(mapping.number);
  const scriptOf = optional(mapping.script);
  const callerOf = optional(mapping.caller);
  const begins = meaningOf(mapping.event ?? { text: 'enter' });
  const ending = await endingOf(mapping);
  const times = await timeReader(timeOptions(mapping.at), decimal);
  const whenOf = timeText(mapping.at);

  return (field) => {
    const call = callOf(field);
    if (call === '') return { column: blamed(mapping.call), reason: 'no call id' };
    const node = nodeOf(field);
    const value = valueOf(field);
    const script = scriptOf(field);
    const texts = [
      [mapping.call, call],
      [mapping.node, node],
      [mapping.value, value],
      [mapping.script, script],
    ] as const;
    const damaged = texts.find(([, text]) => isDamaged(text));
    if (damaged !== undefined) return { column: blamed(damaged[0]), reason: 'damaged text' };
    const moment = times.read(whenOf(field));
    if (typeof moment === 'string') return { column: blamed(mapping.at), reason: moment };
    const enters = begins(field);
    if (enters === undefined) return { column: blamed(mapping.event), reason: 'unknown event' };
    const exits = ending === undefined ? [] : ending.meaningOf(field);
    if (exits === undefined) return { column: ending?.column, reason: 'unknown event' };
    if (enters.length === 0 && exits.length === 0) return 'skip';
    const seq = seqOf(field);
    if (seq !== '' && !/^-?\d{1,15}$/.test(seq))
      return { column: blamed(mapping.seq), reason: 'seq not a number' };
    const caller = pseudonym?.(callerOf(field));

    const eventOf = (at: number, meaning: Meaning): CallEvent => {
      const said = meaning.value?.(field) ?? value;
      const own = said === '' && meaning.event === 'start' ? numberOf(field) : said;
      return {
        ...{ call, at, event: meaning.event, node: meaning.node?.(field) ?? node, value: own },
        ...(seq === '' ? {} : { seq: Number(seq) }),
        ...(script === '' ? {} : { script }),
        ...(caller === undefined ? {} : { caller }),
      };
    };
    const eventsAt: EventsAt = (at) => {
      const end = ending === undefined || exits.length === 0 ? at : ending.endOf(field, at);
      if (typeof end !== 'number') return end;
      const events = [
        ...enters.map((meaning) => eventOf(at, meaning)),
        ...exits.map((meaning) => eventOf(end, meaning)),
      ];
      return events.some(({ event, node: where }) => event === 'enter' && where === '')
        ? { column: blamed(mapping.node), reason: 'no node entered' }
        : events;
    };
    return typeof moment === 'number' ? { at: moment, eventsAt } : { ...moment, eventsAt };
  };
}
