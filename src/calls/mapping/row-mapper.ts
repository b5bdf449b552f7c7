import type { CallEvent } from '../call-event.ts';
import { isDamaged } from '../is-damaged.ts';
import type { Pseudonym } from '../log-engine.ts';
import type { LogMapping } from './mapping.ts';
import type { MappedReject } from './mapped-reject.ts';
import { meaningOf, type Meaning } from './meaning-of.ts';
import { blamedColumn, textOf, type FieldOf, type TextOf } from './text-of.ts';
import { timeReader } from './time-reader.ts';
import { endingOf, timeOptions, timeText } from './visit-ending.ts';

/** The events of a row, once its moment is known. */
export type EventsAt = (at: number) => readonly CallEvent[] | MappedReject;

/** What a row says: when, or the two moments that it may be, and what; nothing where it is to be skipped. */
export type MappedRow =
  | { readonly at: number; readonly eventsAt: EventsAt }
  | { readonly first: number; readonly second: number; readonly eventsAt: EventsAt }
  | 'skip'
  | MappedReject;

export type RowMapper = (field: FieldOf) => MappedRow;

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
    if (call === '') return { column: blamedColumn(mapping.call), reason: 'no call id' };
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
    if (damaged !== undefined) return { column: blamedColumn(damaged[0]), reason: 'damaged text' };
    const moment = times.read(whenOf(field));
    if (typeof moment === 'string') return { column: blamedColumn(mapping.at), reason: moment };
    const enters = begins(field);
    if (enters === undefined)
      return { column: blamedColumn(mapping.event), reason: 'unknown event' };
    const exits = ending === undefined ? [] : ending.meaningOf(field);
    if (exits === undefined) return { column: ending?.column, reason: 'unknown event' };
    if (enters.length === 0 && exits.length === 0) return 'skip';
    const seq = seqOf(field);
    if (seq !== '' && !/^-?\d{1,15}$/.test(seq))
      return { column: blamedColumn(mapping.seq), reason: 'seq not a number' };
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
        ? { column: blamedColumn(mapping.node), reason: 'no node entered' }
        : events;
    };
    return typeof moment === 'number' ? { at: moment, eventsAt } : { ...moment, eventsAt };
  };
}
