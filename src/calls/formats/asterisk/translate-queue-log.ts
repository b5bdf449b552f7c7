import type { LogTranslation, RecordReading } from '../log-format.ts';
import type { MomentReader } from '../moment.ts';
import { queueEvents, type AsteriskFacts, type QueueEvent } from './facts.ts';
import { tellAsteriskCall } from './tell-asterisk-call.ts';

/** What one row of a queue log says, as texts. */
export interface QueueRow {
  readonly time: string;
  readonly call: string;
  readonly queue: string;
  readonly event: string;
}

const isQueueEvent = (name: string): name is QueueEvent =>
  (queueEvents as readonly string[]).includes(name);

/** What stands in the place of a call where a row is about members, or about the server. */
const noCalls: ReadonlySet<string> = new Set(['NONE', 'REALTIME', 'MANAGER']);

/** Translates rows of a queue log; `rowOf` takes a record apart. */
export function translateQueueLog<Entry>(
  rowOf: (record: Entry) => QueueRow | undefined,
  momentIn: MomentReader,
): LogTranslation<Entry, AsteriskFacts> {
  return {
    readRecord(record): RecordReading<AsteriskFacts> {
      const row = rowOf(record);
      if (row === undefined) return { field: undefined, reason: 'not a record of this log' };
      const { time, call, queue, event } = row;
      const at = momentIn(time);
      if (typeof at === 'string') return { field: 'time', reason: at };
      if (!isQueueEvent(event) || noCalls.has(call)) return [];
      if (call === '') return { field: 'callid', reason: 'no call id' };
      return [{ call, at, facts: { from: 'queue', event, queue } }];
    },
    tellCall: tellAsteriskCall,
  };
}

/** Takes a line of `queue_log` apart: `1772438405|1772438400.12|sales|NONE|ENTERQUEUE||…`. */
export function queueRowIn(line: string): QueueRow | undefined {
  const [time = '', call = '', queue = '', , event] = line.split('|', 6).map((part) => part.trim());
  return event === undefined || event === '' ? undefined : { time, call, queue, event };
}
