import { applicationBlock } from '../../../import/freeswitch/application-block.ts';
import type { CallRow, JsonRecord, LogTranslation, RecordReading } from '../log-format.ts';
import { fieldIn, listIn, textIn } from '../values.ts';
import { enteredDigits } from './entered-digits.ts';
import { tellLeg, type LegFacts } from './tell-leg.ts';

type Row = CallRow<LegFacts>;

/** Microseconds since 1970 as FreeSWITCH writes them, in milliseconds; nothing for `0`, which is never. */
function millisecondsIn(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{15,17}$/.test(text)
    ? Math.floor(Number(text) / 1000)
    : undefined;
}

/** What the queue of `mod_callcenter` says, in seconds since 1970. */
function secondsIn(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{9,10}$/.test(text) && Number(text) > 0
    ? Number(text) * 1000
    : undefined;
}

/** The applications that ran, with the moments at which they began, and what callers entered for them. */
function applicationsIn(record: unknown, call: string, start: number): readonly Row[] {
  const ran = listIn(fieldIn(record, 'app_log'), 'applications').flatMap((one) => {
    const name = textIn(one, 'app_name')?.toLowerCase() ?? '';
    const data = textIn(one, 'app_data') ?? '';
    return name === '' ? [] : [{ name, data, at: millisecondsIn(textIn(one, 'app_stamp')) }];
  });
  const isEntered = enteredDigits(ran, fieldIn(record, 'variables'));
  return ran.flatMap(({ name, data, at }, index): readonly Row[] => {
    const block = applicationBlock(name, data);
    const begun = at ?? start;
    const row: Row = {
      ...{ call, at: begun },
      facts: { is: 'application', name, block, isUntimed: at === undefined },
    };
    if (!isEntered(name, data)) return [row];
    // Applications run one behind the other: where the next began, this one was over.
    const over = ran[index + 1]?.at;
    const facts: LegFacts = { is: 'input', isUntimed: over === undefined };
    return [row, { call, at: Math.max(begun, over ?? begun), facts }];
  });
}

/** The number that was dialled, and the extensions that took the leg, from the first to the last. */
function dialplanOf(record: unknown): Pick<LegFacts & { is: 'start' }, 'number' | 'extensions'> {
  // Every transfer adds a profile before the others.
  const profiles = listIn(record, 'callflow').toReversed();
  const [first] = profiles;
  return {
    number: textIn(fieldIn(first, 'caller_profile'), 'destination_number') ?? '',
    extensions: profiles.map((profile) => textIn(fieldIn(profile, 'extension'), 'name') ?? ''),
  };
}

function waitingIn(variables: unknown, call: string): readonly Row[] {
  const left = secondsIn(textIn(variables, 'cc_queue_answered_epoch'));
  if (left !== undefined) return [{ call, at: left, facts: { is: 'answer' } }];
  const gone = secondsIn(textIn(variables, 'cc_queue_canceled_epoch'));
  const reason = textIn(variables, 'cc_cancel_reason')?.toUpperCase();
  const isAbandoned = reason === 'BREAK_OUT' || reason === 'NONE';
  return gone !== undefined && isAbandoned ? [{ call, at: gone, facts: { is: 'abandon' } }] : [];
}

/** Translates records of legs; those of people and trunks that the system calls say nothing of a way. */
export const translateCallRecord: LogTranslation<JsonRecord, LegFacts> = {
  readRecord({ value }): RecordReading<LegFacts> {
    const variables = fieldIn(value, 'variables');
    if (variables === undefined) return { field: undefined, reason: 'not a record of this log' };
    const call = textIn(variables, 'uuid') ?? '';
    if (call === '') return { field: 'uuid', reason: 'no call id' };
    const start = millisecondsIn(textIn(variables, 'start_uepoch'));
    if (start === undefined) return { field: 'start_uepoch', reason: 'no time' };
    if (textIn(variables, 'direction') === 'outbound') return [];
    const bridged = millisecondsIn(textIn(variables, 'bridge_uepoch'));
    const end = millisecondsIn(textIn(variables, 'end_uepoch'));
    const how = textIn(variables, 'sip_hangup_disposition') ?? '';
    const rows: readonly Row[] = [
      { call, at: start, facts: { is: 'start', ...dialplanOf(value) } },
      ...applicationsIn(value, call, start),
      ...waitingIn(variables, call),
      ...(bridged === undefined ? [] : [{ call, at: bridged, facts: { is: 'bridge' } as const }]),
      ...(end === undefined
        ? []
        : [{ call, at: end, facts: { is: 'end', isCaller: !how.startsWith('send_') } as const }]),
    ];
    return rows;
  },
  tellCall: tellLeg,
};
