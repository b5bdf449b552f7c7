import { callEventNames, type CallEvent, type CallEventName } from '../call-event.ts';
import { isDamaged } from '../is-damaged.ts';
import type { LogMapping } from '../mapping/mapping.ts';
import { columnsOf } from '../mapping/text-of.ts';
import { timeReader } from '../mapping/time-reader.ts';
import { parseTime } from '../parse-time.ts';
import { skippedEvent } from './row-sql.ts';

/** Why a row is no event. */
export interface JudgedReject {
  readonly column: string | undefined;
  readonly reason: string;
}

/** Judges a row that a statement has left to the rules, by its texts; `skip` for one that says nothing. */
export type RowJudge = (
  field: (name: string) => string,
  moment: number | undefined,
) => CallEvent | JudgedReject | 'skip';

const eventNames: ReadonlySet<string> = new Set(callEventNames);
const isEventName = (name: string): name is CallEventName => eventNames.has(name);

/** The column to blame, where it is one. */
const blamed = (source: Parameters<typeof columnsOf>[0]): string | undefined => {
  const columns = columnsOf(source);
  return columns.length === 1 ? columns[0] : undefined;
};

/** Judges rows whose texts a statement has mapped already, but for their moments, as `rowMapper` does. */
export async function mappedRowJudge(mapping: LogMapping): Promise<RowJudge> {
  const { decimal, at } = mapping;
  const reader = await timeReader(typeof at === 'string' ? { column: at } : at, decimal);
  const momentOf = (text: string): number | string => {
    const moment = reader.read(text);
    if (typeof moment === 'number') return moment;
    if (typeof moment === 'object') return 'time that comes twice';
    // A moment that the statement has written anew, and that is on no calendar.
    const written = moment === 'time not readable' ? parseTime(text) : moment;
    return typeof written === 'number' ? moment : written;
  };

  return (raw, passed) => {
    const field = (name: string): string => raw(name).trim();
    const call = field('call');
    if (call === '') return { column: blamed(mapping.call), reason: 'no call id' };
    for (const name of ['call', 'node', 'value', 'script'] as const)
      if (isDamaged(field(name))) return { column: blamed(mapping[name]), reason: 'damaged text' };
    const moment = passed ?? momentOf(field('at'));
    if (typeof moment === 'string') return { column: blamed(at), reason: moment };
    const event = field('event');
    if (event === skippedEvent) return 'skip';
    if (!isEventName(event)) return { column: blamed(mapping.event), reason: 'unknown event' };
    const seq = field('seq');
    if (seq !== '' && !/^-?\d{1,15}$/.test(seq))
      return { column: blamed(mapping.seq), reason: 'seq not a number' };
    const [node, written, script] = [field('node'), field('value'), field('script')];
    if (event === 'enter' && node === '')
      return { column: blamed(mapping.node), reason: 'no node entered' };
    const value = written === '' && event === 'start' ? field('number') : written;
    return {
      ...{ call, at: moment, event, node, value },
      ...(seq === '' ? {} : { seq: Number(seq) }),
      ...(script === '' ? {} : { script }),
    };
  };
}
