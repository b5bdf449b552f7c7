import type { CallRow, JsonRecord, LogTranslation, RecordReading } from '../log-format.ts';
import type { MomentReader } from '../moment.ts';
import { fieldIn, jsonIn, objectIn, textIn } from '../values.ts';
import { flowLogFacts } from './flow-log-facts.ts';
import { entryIn } from './log-entry.ts';
import { tellConnectCall, type ConnectFacts } from './tell-connect-call.ts';

/** A version is when it was published, whichever way that is written. */
function versionIn(published: string, momentIn: MomentReader): string {
  const at = momentIn(published);
  return typeof at === 'number' ? new Date(at).toISOString() : published;
}

/**
 * Translates delivered flow logs. Which flow ran, and which version, stands in fields of the record. The
 * action is known where its data has the fields of an entry of the flow log in CloudWatch; nothing else is
 * guessed at.
 */
export function translateDeliveredFlowLog(
  momentIn: MomentReader,
): LogTranslation<JsonRecord, ConnectFacts> {
  const factsOf = flowLogFacts();
  return {
    readRecord({ value }): RecordReading<ConnectFacts> {
      const record = entryIn(value);
      const flow = textIn(record, 'ResourceArn');
      const logged = fieldIn(record, 'ActionLogData');
      if (flow === undefined || logged === undefined)
        return { field: undefined, reason: 'not a record of this log' };
      const call = textIn(record, 'ContactId') ?? '';
      if (call === '') return { field: 'ContactId', reason: 'no call id' };
      const at = momentIn(textIn(record, 'Timestamp') ?? '');
      if (typeof at === 'string') return { field: 'Timestamp', reason: at };
      if ((textIn(record, 'Channel') ?? 'VOICE').toUpperCase() !== 'VOICE') return [];
      const version = versionIn(textIn(record, 'ResourcePublishTimestamp') ?? '', momentIn);
      const count = textIn(record, 'ActionCounter') ?? '';
      const ran = { flow: flow.slice(flow.lastIndexOf('/') + 1), version, count };
      const runs: readonly CallRow<ConnectFacts>[] =
        version === '' ? [] : [{ call, at, facts: { ran } }];
      const action = objectIn(typeof logged === 'string' ? jsonIn(logged) : logged);
      if (action === undefined || textIn(action, 'Identifier') === undefined) return runs;
      const flowName = textIn(record, 'ResourceName') ?? '';
      return [{ call, at, facts: { ...factsOf(action, { flow, flowName }), count } }, ...runs];
    },
    tellCall: tellConnectCall,
  };
}
