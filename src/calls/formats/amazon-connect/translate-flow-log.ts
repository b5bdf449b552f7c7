import type { CallRow, LogTranslation, RecordReading } from '../log-format.ts';
import type { MomentReader } from '../moment.ts';
import { createTexts, fieldIn, objectIn, textIn, type JsonObject } from '../values.ts';
import { tellConnectCall, type ConnectFacts } from './tell-connect-call.ts';
import type { FlowLogFacts } from './tell-contact.ts';

/** A number for a text (FNV-1a): texts of one contact and moment hardly ever share one. */
function hashOfText(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01_00_01_93);
  return hash;
}

function factsOf(entry: JsonObject, type: string, same: (text: string) => string): FlowLogFacts {
  const parameters = objectIn(fieldIn(entry, 'Parameters'));
  const results = textIn(entry, 'Results');
  // Functions answer in `ExternalResults`, and have no other result then.
  const answered =
    objectIn(fieldIn(entry, 'ExternalResults')) === undefined ? undefined : 'Success';
  return {
    flow: same(textIn(entry, 'ContactFlowId') ?? ''),
    flowName: same(textIn(entry, 'ContactFlowName') ?? ''),
    block: same(textIn(entry, 'Identifier') ?? ''),
    type: same(type),
    isEntry: fieldIn(entry, 'Parameters') !== undefined,
    result: results ?? answered,
    given: parameters === undefined ? 0 : hashOfText(JSON.stringify(parameters)),
    compared: type === 'CheckAttribute' ? textIn(parameters, 'Value') : undefined,
  };
}

/** Translates entries of a flow log; `entryOf` finds the entry in a record of the log. */
export function translateFlowLog<Entry>(
  entryOf: (record: Entry) => JsonObject | undefined,
  momentIn: MomentReader,
): LogTranslation<Entry, ConnectFacts> {
  const same = createTexts();
  return {
    readRecord(record): RecordReading<ConnectFacts> {
      const entry = entryOf(record);
      const type = textIn(entry, 'ContactFlowModuleType');
      if (entry === undefined || type === undefined)
        return { field: undefined, reason: 'not a record of this log' };
      const call = textIn(entry, 'ContactId') ?? '';
      if (call === '') return { field: 'ContactId', reason: 'no call id' };
      const written = textIn(entry, 'Timestamp');
      if (written === undefined) return { field: 'Timestamp', reason: 'no time' };
      const at = momentIn(written);
      if (typeof at === 'string') return { field: 'Timestamp', reason: at };
      const row: CallRow<FlowLogFacts> = { call, at, facts: factsOf(entry, type, same) };
      return [row];
    },
    tellCall: tellConnectCall,
  };
}
