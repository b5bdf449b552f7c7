import type { LogTranslation, RecordReading } from '../log-format.ts';
import type { MomentReader } from '../moment.ts';
import { jsonIn, textIn } from '../values.ts';
import { channelEvents, type AsteriskFacts, type ChannelEvent } from './facts.ts';
import { tellAsteriskCall } from './tell-asterisk-call.ts';

/** The fields of the channel event log that are read, by the names of the table `cel`. */
export const channelFields = [
  ...(['eventtype', 'eventtime', 'exten', 'context', 'channame', 'appname', 'appdata'] as const),
  ...(['uniqueid', 'linkedid', 'extra'] as const),
] as const;
export type ChannelField = (typeof channelFields)[number];
export type ChannelRow = (field: ChannelField) => string;

/** The numbers that some databases keep in the place of names; `include/asterisk/cel.h`. */
const numbered: ReadonlyMap<string, ChannelEvent> = new Map([
  ['1', 'CHAN_START'],
  ['3', 'HANGUP'],
  ['5', 'APP_START'],
  ['7', 'BRIDGE_ENTER'],
]);

function channelEvent(type: string): ChannelEvent | undefined {
  return numbered.get(type) ?? channelEvents.find((name) => name === type.toUpperCase());
}

const isType = (type: string): boolean => /^[A-Za-z_]{3,40}$/.test(type) || /^\d{1,2}$/.test(type);

/** Who hung up: the field names the channel that began it, or the part of Asterisk. */
function endedBy(row: ChannelRow): 'caller' | 'other' | undefined {
  const source = textIn(jsonIn(row('extra')), 'hangupsource');
  if (source === undefined || source === '') return undefined;
  return source === row('channame') ? 'caller' : 'other';
}

/** Translates rows of the channel event log; `rowOf` takes a record apart. */
export function translateChannelLog<Entry>(
  rowOf: (record: Entry) => ChannelRow | undefined,
  momentIn: MomentReader,
): LogTranslation<Entry, AsteriskFacts> {
  return {
    readRecord(record): RecordReading<AsteriskFacts> {
      const row = rowOf(record);
      if (row === undefined || !isType(row('eventtype')))
        return { field: undefined, reason: 'not a record of this log' };
      const at = momentIn(row('eventtime'));
      if (typeof at === 'string') return { field: 'eventtime', reason: at };
      const event = channelEvent(row('eventtype'));
      const call = row('linkedid');
      if (event === undefined) return [];
      if (call === '') return { field: 'linkedid', reason: 'no call id' };
      // Other channels of the call are those of people and of trunks.
      if (row('uniqueid') !== call) return [];
      const facts: AsteriskFacts = {
        from: 'channel',
        event,
        context: row('context'),
        extension: row('exten'),
        application: row('appname').toLowerCase(),
        data: row('appdata'),
        endedBy: event === 'HANGUP' ? endedBy(row) : undefined,
      };
      return [{ call, at, facts }];
    },
    tellCall: tellAsteriskCall,
  };
}
