import type { JsonRecord, LogTranslation, RecordReading } from '../log-format.ts';
import type { MomentReader } from '../moment.ts';
import { fieldIn, textIn } from '../values.ts';
import { entryIn } from './log-entry.ts';
import { tellConnectCall, type ConnectFacts } from './tell-connect-call.ts';
import type { ContactRecord } from './tell-record.ts';

/** A field by its name, which begins with a capital in some events and not in others. */
const fieldOf = (value: unknown, name: string): unknown =>
  fieldIn(value, name) ?? fieldIn(value, `${name.charAt(0).toUpperCase()}${name.slice(1)}`);
const textOf = (value: unknown, name: string): string | undefined =>
  textIn({ text: fieldOf(value, name) }, 'text');

/** What is known of a contact at the time of an event. */
function recordIn(detail: unknown, at: number, moments: MomentReader): ContactRecord {
  const momentIn = (from: unknown, name: string): number | undefined => {
    const moment = moments(textOf(from, name) ?? '');
    return typeof moment === 'number' ? moment : undefined;
  };
  const queue = fieldOf(detail, 'queueInfo');
  const name = textOf(queue, 'queueArn') ?? textOf(queue, 'queueARN');
  const ended = momentIn(detail, 'disconnectTimestamp');
  return {
    updated: at,
    isInbound: textOf(detail, 'initiationMethod') === 'INBOUND',
    number: '',
    queue: name === undefined ? undefined : { name, at: momentIn(queue, 'enqueueTimestamp') },
    answeredAt: momentIn(fieldOf(detail, 'agentInfo'), 'connectedToAgentTimestamp'),
    ended:
      ended === undefined ? undefined : { at: ended, reason: textOf(detail, 'disconnectReason') },
  };
}

/** Translates contact events; those of chats and tasks, and events of another kind, say nothing of any call. */
export const translateContactEvent = (
  moments: MomentReader,
): LogTranslation<JsonRecord, ConnectFacts> => ({
  readRecord({ value }): RecordReading<ConnectFacts> {
    const event = entryIn(value);
    const kind = textIn(event, 'detail-type');
    if (kind === undefined) return { field: undefined, reason: 'not a record of this log' };
    if (kind !== 'Amazon Connect Contact Event') return [];
    const detail = fieldIn(event, 'detail');
    const call = textOf(detail, 'contactId') ?? '';
    if (call === '') return { field: 'contactId', reason: 'no call id' };
    const at = moments(textIn(event, 'time') ?? '');
    if (typeof at === 'string') return { field: 'time', reason: at };
    if ((textOf(detail, 'channel') ?? 'VOICE').toUpperCase() !== 'VOICE') return [];
    const initiated = moments(textOf(detail, 'initiationTimestamp') ?? '');
    const began = typeof initiated === 'number' ? initiated : at;
    return [{ call, at, facts: { seen: recordIn(detail, at, moments), began } }];
  },
  tellCall: tellConnectCall,
});
