import type { LogTranslation, RecordReading } from '../log-format.ts';
import type { MomentReader } from '../moment.ts';
import { tellConnectCall, type ConnectFacts } from './tell-connect-call.ts';
import type { ContactRecord } from './tell-record.ts';

/** The text below a column, empty where there is none. */
export type LakeFields = (name: string) => string;

/** Reads moments as SQL writes them: `2026-03-02 08:00:00.000 UTC`, or milliseconds since 1970. */
function lakeMoments(momentIn: MomentReader): MomentReader {
  return (text) => {
    if (/^\d{13}$/.test(text)) return Number(text);
    return momentIn(text.replace(/ UTC$/, 'Z'));
  };
}

function recordIn(field: LakeFields, momentIn: MomentReader): ContactRecord {
  const moment = (name: string): number | undefined => {
    const at = momentIn(field(name));
    return typeof at === 'number' ? at : undefined;
  };
  const queue = field('queue_name') || field('queue_id');
  const ended = moment('disconnect_timestamp');
  return {
    updated: moment('last_update_timestamp') ?? moment('data_lake_last_processed_timestamp') ?? 0,
    isInbound: field('initiation_method') === 'INBOUND',
    number: field('system_endpoint_address'),
    queue: queue === '' ? undefined : { name: queue, at: moment('queue_enqueue_timestamp') },
    answeredAt: moment('agent_connected_to_agent_timestamp'),
    ended: ended === undefined ? undefined : { at: ended, reason: field('disconnect_reason') },
  };
}

/** What a row says of its contact. Rows of chats, tasks and e-mails say nothing of any call. */
type FactsIn = (field: LakeFields, momentIn: MomentReader) => ConnectFacts | undefined;

/** Translates rows of a table that name their contact, and in `began` a moment. */
function translateLake<Entry>(
  fieldsOf: (record: Entry) => LakeFields,
  moments: MomentReader,
  began: string,
  factsIn: FactsIn,
): LogTranslation<Entry, ConnectFacts> {
  const momentIn = lakeMoments(moments);
  return {
    readRecord(record): RecordReading<ConnectFacts> {
      const field = fieldsOf(record);
      const call = field('contact_id');
      if (call === '') return { field: 'contact_id', reason: 'no call id' };
      const at = momentIn(field(began));
      if (typeof at === 'string') return { field: began, reason: at };
      const isVoice = ['', 'VOICE'].includes(field('channel'));
      const facts = isVoice ? factsIn(field, momentIn) : undefined;
      return facts === undefined ? [] : [{ call, at, facts }];
    },
    tellCall: tellConnectCall,
  };
}

/** Translates rows of the table `contact_record`. */
export const translateLakeContact = <Entry>(
  fieldsOf: (record: Entry) => LakeFields,
  moments: MomentReader,
): LogTranslation<Entry, ConnectFacts> =>
  translateLake(fieldsOf, moments, 'initiation_timestamp', (field, momentIn) => ({
    record: recordIn(field, momentIn),
  }));

/** Translates rows of the table `contact_flow_events`: which version of which flow ran for a contact. */
export const translateLakeRun = <Entry>(
  fieldsOf: (record: Entry) => LakeFields,
  moments: MomentReader,
): LogTranslation<Entry, ConnectFacts> =>
  translateLake(fieldsOf, moments, 'start_timestamp', (field) => {
    const ran = { flow: field('flow_resource_id'), version: field('resource_version') };
    const isFlow = ['', 'flow'].includes(field('resource_type').toLowerCase());
    return isFlow && ran.flow !== '' && ran.version !== '' ? { ran } : undefined;
  });
