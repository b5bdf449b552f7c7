import type { CallRow, LogTranslation, RecordReading } from '../log-format.ts';
import type { MomentReader } from '../moment.ts';
import { fieldIn, textIn } from '../values.ts';
import { studioRecord, studioText, type StudioRecord } from './studio-record.ts';
import { tellExecution, type StudioFacts } from './tell-execution.ts';

/** A moment of a field, or what is wrong with it. */
function momentOf(
  data: unknown,
  name: string,
  momentIn: MomentReader,
): number | Exclude<RecordReading<StudioFacts>, readonly unknown[]> {
  const text = studioText(data, name);
  if (text === undefined || text === '') return { field: name, reason: 'no time' };
  const at = momentIn(text);
  return typeof at === 'string' ? { field: name, reason: at } : at;
}

function readStep(call: string, data: unknown, momentIn: MomentReader): RecordReading<StudioFacts> {
  const at = momentOf(data, 'date_created', momentIn);
  if (typeof at !== 'number') return at;
  // What runs in a subflow has an execution of its own, and is no call.
  if ((studioText(data, 'parent_step_sid') ?? '') !== '') return [];
  const from = studioText(data, 'transitioned_from') ?? '';
  const left = fieldIn(fieldIn(fieldIn(data, 'context'), 'widgets'), from);
  const facts: StudioFacts = {
    is: 'step',
    sid: studioText(data, 'sid') ?? studioText(data, 'step_sid') ?? '',
    from,
    to: studioText(data, 'transitioned_to') ?? '',
    event: textIn(data, 'name') ?? '',
    digits: textIn(left, 'Digits'),
    dialled: textIn(left, 'DialCallStatus'),
  };
  return [{ call, at, facts }];
}

function readExecution(
  call: string,
  data: unknown,
  momentIn: MomentReader,
): RecordReading<StudioFacts> {
  const at = momentOf(data, 'date_created', momentIn);
  if (typeof at !== 'number') return at;
  const revision = studioText(data, 'flow_revision');
  const rows: CallRow<StudioFacts>[] = [{ call, at, facts: { is: 'started', revision } }];
  if (textIn(data, 'status') !== 'ended') return rows;
  const end = momentOf(data, 'date_updated', momentIn);
  if (typeof end !== 'number') return end;
  const reason = studioText(data, 'ended_reason') ?? '';
  return [...rows, { call, at: end, facts: { is: 'ended', reason } }];
}

const callOf = ({ is, data }: StudioRecord): string =>
  studioText(data, 'execution_sid') ?? (is === 'execution' ? textIn(data, 'sid') : undefined) ?? '';

/** Translates steps and executions of Studio. */
export const studioTranslation = (
  momentIn: MomentReader,
): LogTranslation<{ readonly value: unknown }, StudioFacts> => ({
  readRecord({ value }) {
    const record = studioRecord(value);
    if (record === undefined) return { field: undefined, reason: 'not a record of this log' };
    const call = callOf(record);
    if (call === '') return { field: 'execution_sid', reason: 'no call id' };
    return record.is === 'step'
      ? readStep(call, record.data, momentIn)
      : readExecution(call, record.data, momentIn);
  },
  tellCall: tellExecution,
});
