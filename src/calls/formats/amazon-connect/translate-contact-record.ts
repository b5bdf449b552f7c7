import type { JsonRecord, LogTranslation, RecordReading } from '../log-format.ts';
import type { MomentReader } from '../moment.ts';
import { fieldIn, textIn } from '../values.ts';
import { isContactRecord } from './is-contact-record.ts';
import { tellConnectCall, type ConnectFacts } from './tell-connect-call.ts';
import type { ContactRecord } from './tell-record.ts';

/** What a record says of what came behind the menus. */
function recordIn(value: unknown, moments: MomentReader): ContactRecord {
  const momentIn = (from: unknown, name: string): number | undefined => {
    const moment = moments(textIn(from, name) ?? '');
    return typeof moment === 'number' ? moment : undefined;
  };
  const queue = fieldIn(value, 'Queue');
  const name = textIn(queue, 'Name') ?? textIn(queue, 'ARN');
  const disconnected = momentIn(value, 'DisconnectTimestamp');
  return {
    updated: momentIn(value, 'LastUpdateTimestamp') ?? 0,
    isInbound: textIn(value, 'InitiationMethod') === 'INBOUND',
    number: textIn(fieldIn(value, 'SystemEndpoint'), 'Address') ?? '',
    queue: name === undefined ? undefined : { name, at: momentIn(queue, 'EnqueueTimestamp') },
    answeredAt: momentIn(fieldIn(value, 'Agent'), 'ConnectedToAgentTimestamp'),
    ended:
      disconnected === undefined
        ? undefined
        : { at: disconnected, reason: textIn(value, 'DisconnectReason') ?? '' },
  };
}

/** Translates contact records; those of chats and tasks say nothing of any call. */
export const translateContactRecord = (
  moments: MomentReader,
): LogTranslation<JsonRecord, ConnectFacts> => ({
  readRecord({ value }): RecordReading<ConnectFacts> {
    if (!isContactRecord(value)) return { field: undefined, reason: 'not a record of this log' };
    const call = textIn(value, 'ContactId') ?? '';
    if (call === '') return { field: 'ContactId', reason: 'no call id' };
    const at = moments(textIn(value, 'InitiationTimestamp') ?? '');
    if (typeof at === 'string') return { field: 'InitiationTimestamp', reason: at };
    const channel = textIn(value, 'Channel') ?? 'VOICE';
    return channel === 'VOICE' ? [{ call, at, facts: { record: recordIn(value, moments) } }] : [];
  },
  tellCall: tellConnectCall,
});
