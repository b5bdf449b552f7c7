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

const isVoice = (field: LakeFields): boolean => ['', 'VOICE'].includes(field('channel'));

/** Translates rows of the table `contact_record`; those of chats, tasks and e-mails say nothing of any call. */
export function translateLakeContact<Entry>(
  fieldsOf: (record: Entry) => LakeFields,
  moments: MomentReader,
): LogTranslation<Entry, ConnectFacts> {
  const momentIn = lakeMoments(moments);
  return {
    readRecord(record): RecordReading<ConnectFacts> {
      const field = fieldsOf(record);
      const call = field('contact_id');
      if (call === '') return { field: 'contact_id', reason: 'no call id' };
      const at = momentIn(field('initiation_timestamp'));
      if (typeof at === 'string') return { field: 'initiation_timestamp', reason: at };
      return isVoice(field) ? [{ call, at, facts: { record: recordIn(field, momentIn) } }] : [];
    },
    tellCall: tellConnectCall,
  };
}

/** Translates rows of the table `contact_flow_events`: which version of which flow ran for a contact. */
export function translateLakeRun<Entry>(
  fieldsOf: (record: Entry) => LakeFields,
  moments: MomentReader,
): LogTranslation<Entry, ConnectFacts> {
  const momentIn = lakeMoments(moments);
  return {
    readRecord(record): RecordReading<ConnectFacts> {
      const field = fieldsOf(record);
      const call = field('contact_id');
      if (call === '') return { field: 'contact_id', reason: 'no call id' };
      const at = momentIn(field('start_timestamp'));
      if (typeof at === 'string') return { field: 'start_timestamp', reason: at };
      const ran = { flow: field('flow_resource_id'), version: field('resource_version') };
      const isFlow = ['', 'flow'].includes(field('resource_type').toLowerCase());
      const says = isVoice(field) && isFlow && ran.flow !== '' && ran.version !== '';
      return says ? [{ call, at, facts: { ran } }] : [];
    },
    tellCall: tellConnectCall,
  };
}
