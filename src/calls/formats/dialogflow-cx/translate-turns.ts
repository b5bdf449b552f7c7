import type { JsonRecord, LogTranslation, RecordReading } from '../log-format.ts';
import type { MomentReader } from '../moment.ts';
import { fieldIn, jsonIn, listIn, textIn } from '../values.ts';
import { tellConversation, type TurnFacts } from './tell-conversation.ts';

/** `request` and `response` are JSON, as an object or as a text that holds one. */
function objectOf(row: unknown, name: string): unknown {
  const field = fieldIn(row, name);
  return typeof field === 'string' ? jsonIn(field) : field;
}

/** A field by its name in REST; BigQuery may write it with lines. */
function either(value: unknown, camel: string, snake: string): unknown {
  return fieldIn(value, camel) ?? fieldIn(value, snake);
}

/** What the caller did: keys, silence, words that were understood or not. */
function askedFor(request: unknown, result: unknown): Pick<TurnFacts, 'did' | 'value'> {
  const input = either(request, 'queryInput', 'query_input');
  const digits = textIn(fieldIn(input, 'dtmf'), 'digits');
  const event = textIn(fieldIn(input, 'event'), 'event') ?? '';
  const match = fieldIn(result, 'match');
  const type = textIn(match, 'matchType') ?? textIn(match, 'match_type') ?? '';
  const intent = fieldIn(match, 'intent') ?? fieldIn(result, 'intent');
  const name = textIn(intent, 'displayName') ?? textIn(intent, 'display_name') ?? '';
  if (type === 'NO_INPUT' || event.startsWith('sys.no-input')) return { did: 'noinput', value: '' };
  if (type === 'NO_MATCH') return { did: 'nomatch', value: '' };
  if (digits !== undefined && digits !== '') return { did: 'input', value: digits };
  if (type === 'INTENT' || type === 'DIRECT_INTENT') return { did: 'input', value: name };
  return { did: type === 'PARAMETER_FILLING' ? 'input' : undefined, value: '' };
}

/** How the answer ends the conversation, if it does. */
function endsBy(result: unknown): TurnFacts['ends'] {
  const messages = listIn(result, 'responseMessages').concat(listIn(result, 'response_messages'));
  const has = (camel: string, snake: string): boolean =>
    messages.some((message) => either(message, camel, snake) !== undefined);
  if (has('telephonyTransferCall', 'telephony_transfer_call')) return 'transfer';
  if (has('liveAgentHandoff', 'live_agent_handoff')) return 'person';
  return has('endInteraction', 'end_interaction') ? 'disconnect' : undefined;
}

/** BigQuery writes moments as `2026-03-02 08:00:00.250000 UTC`. */
const utc = (text: string): string => text.replace(/ UTC$/, 'Z');

/** Translates turns of conversations. */
export const translateTurns = (momentIn: MomentReader): LogTranslation<JsonRecord, TurnFacts> => ({
  readRecord({ value }): RecordReading<TurnFacts> {
    const name = textIn(value, 'conversation_name');
    if (name === undefined) return { field: undefined, reason: 'not a record of this log' };
    const call = name.slice(name.lastIndexOf('/') + 1);
    if (call === '') return { field: 'conversation_name', reason: 'no call id' };
    const written = textIn(value, 'request_time');
    if (written === undefined) return { field: 'request_time', reason: 'no time' };
    const at = momentIn(utc(written));
    if (typeof at === 'string') return { field: 'request_time', reason: at };
    const response = objectOf(value, 'response');
    const result = either(response, 'queryResult', 'query_result');
    const page = either(result, 'currentPage', 'current_page');
    const facts: TurnFacts = {
      turn: Number(textIn(value, 'turn_position') ?? Number.NaN),
      page: textIn(page, 'displayName') ?? textIn(page, 'display_name') ?? '',
      ...askedFor(objectOf(value, 'request'), result),
      ends: endsBy(result),
    };
    return [{ call, at, facts }];
  },
  tellCall: tellConversation,
});
