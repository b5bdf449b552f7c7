import type { CallRow, LogTranslation, RecordReading } from '../log-format.ts';
import type { MomentReader } from '../moment.ts';
import { textIn, type JsonObject } from '../values.ts';
import { flowLogFacts } from './flow-log-facts.ts';
import { tellConnectCall, type ConnectFacts } from './tell-connect-call.ts';
import type { FlowLogFacts } from './flow-log-facts.ts';

/** Translates entries of a flow log; `entryOf` finds the entry in a record of the log. */
export function translateFlowLog<Entry>(
  entryOf: (record: Entry) => JsonObject | undefined,
  momentIn: MomentReader,
): LogTranslation<Entry, ConnectFacts> {
  const factsOf = flowLogFacts();
  return {
    readRecord(record): RecordReading<ConnectFacts> {
      const entry = entryOf(record);
      if (entry === undefined || textIn(entry, 'ContactFlowModuleType') === undefined)
        return { field: undefined, reason: 'not a record of this log' };
      const call = textIn(entry, 'ContactId') ?? '';
      if (call === '') return { field: 'ContactId', reason: 'no call id' };
      const written = textIn(entry, 'Timestamp');
      if (written === undefined) return { field: 'Timestamp', reason: 'no time' };
      const at = momentIn(written);
      if (typeof at === 'string') return { field: 'Timestamp', reason: at };
      const of = {
        flow: textIn(entry, 'ContactFlowId') ?? '',
        flowName: textIn(entry, 'ContactFlowName') ?? '',
      };
      const row: CallRow<FlowLogFacts> = { call, at, facts: factsOf(entry, of) };
      return [row];
    },
    tellCall: tellConnectCall,
  };
}
