import { eventList } from '../event-list.ts';
import { exitEvent } from '../exit-event.ts';
import type {
  CallRow,
  JsonRecord,
  LogTranslation,
  RecordReading,
  TableRecord,
  Telling,
  ToldCall,
} from '../log-format.ts';
import type { MomentReader } from '../moment.ts';
import { fieldIn, textIn } from '../values.ts';

/** A step that a call took. */
export interface StepFacts {
  /** What the step is called in the flow, and the component of Studio that it is made of. */
  readonly step: string;
  readonly component: string;
  readonly exit: string;
  /** Its place among the steps of its execution; NaN where the report doesn't say. */
  readonly order: number;
  readonly dialled: string;
  /** Milliseconds that the step took; NaN where the report doesn't say. */
  readonly lasted: number;
  /** When the execution was over, in milliseconds since 1970, UTC. */
  readonly finished: number | undefined;
}

/** A number of seconds, or `hh:mm:ss`, in milliseconds. */
function lastedIn(text: string): number {
  const [, hours, minutes, seconds] = /^(\d{1,3}):(\d{2}):(\d{2}(?:\.\d{1,6})?)$/.exec(text) ?? [];
  if (hours !== undefined)
    return Math.round((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000);
  // `2,5` has a decimal comma; `2,500` may be two thousand.
  return /^\d{1,7}(?:\.\d{1,6}|,(?:\d{1,2}|\d{4,6}))?$/.test(text)
    ? Math.round(Number(text.replace(',', '.')) * 1000)
    : Number.NaN;
}

/** By the moment, then by the order that the report gives to steps of one moment. */
function inOrder(rows: readonly CallRow<StepFacts>[]): readonly CallRow<StepFacts>[] {
  return [...rows].sort((a, b) => a.at - b.at || a.facts.order - b.facts.order || 0);
}

function tellSteps(rows: readonly CallRow<StepFacts>[], { names }: Telling): ToldCall {
  const list = eventList(rows[0]?.call ?? '');
  const steps = inOrder(rows);
  const [first] = steps;
  if (first === undefined) return { events: [] };
  list.add(first.at, 'start', '', { value: first.facts.dialled });
  let node = '';
  for (const { at, facts } of steps) {
    if (list.isClosed()) break;
    node =
      names.nodeOf(facts.step) ?? names.nodeOf(facts.component) ?? (facts.step || facts.component);
    list.add(at, 'enter', node);
    const kind = names.kindOf(node);
    if (kind === 'queue') list.add(at, 'queue', node);
    const exit = exitEvent(names, node, facts.exit);
    if (exit === undefined) continue;
    const isKnown = !Number.isNaN(facts.lasted);
    const isAbandoned = kind === 'queue' && exit.event === 'hangup';
    list.add(at + (isKnown ? facts.lasted : 0), isAbandoned ? 'abandon' : exit.event, node, {
      value: exit.value,
      isUntimed: !isKnown,
    });
  }
  const last = steps.at(-1);
  if (last !== undefined && !list.isClosed()) {
    const { finished } = last.facts;
    // The report doesn't say who ended the call; a hangup node of the script does.
    const event = names.kindOf(node) === 'hangup' ? 'disconnect' : 'end';
    list.add(finished ?? last.at, event, node, { isUntimed: finished === undefined });
  }
  return { events: list.events };
}

/** What a row says, by the names that its columns have in the report. */
interface Row {
  readonly field: (column: string) => string;
  /** How long the step took, in milliseconds; NaN where the row doesn't say. */
  readonly lasted: number;
}

/** Translates steps of flow executions; a call is an interaction, or an execution where none is named. */
function translateSteps<Entry>(
  rowOf: (entry: Entry) => Row,
  momentIn: MomentReader,
): LogTranslation<Entry, StepFacts> {
  return {
    readRecord(entry): RecordReading<StepFacts> {
      const { field, lasted } = rowOf(entry);
      const call = field('Interaction ID') || field('Call SID') || field('Flow Execution ID');
      if (call === '') return { field: 'Flow Execution ID', reason: 'no call id' };
      const at = momentIn(field('Step Execution Started Time'));
      if (typeof at === 'string') return { field: 'Step Execution Started Time', reason: at };
      const [step, component] = [field('Executed Step Name'), field('Component Title')];
      if (step === '' && component === '')
        return { field: 'Executed Step Name', reason: 'no block named' };
      const finished = momentIn(field('Flow Execution Finished Time'));
      const order = field('Step Execution Order');
      const facts: StepFacts = {
        ...{ step, component, exit: field('Exit Name'), dialled: field('Destination Number') },
        order: /^\d{1,9}$/.test(order) ? Number(order) : Number.NaN,
        lasted,
        finished: typeof finished === 'number' ? finished : undefined,
      };
      return [{ call, at, facts }];
    },
    tellCall: tellSteps,
  };
}

/** The steps of a table. */
export const tableSteps = (momentIn: MomentReader): LogTranslation<TableRecord, StepFacts> =>
  translateSteps(
    ({ field }) => ({ field, lasted: lastedIn(field('Time In Step Execution')) }),
    momentIn,
  );

/** What the columns of the report are called by the API. */
const apiNames: ReadonlyMap<string, string> = new Map([
  ['Interaction ID', 'interaction_id'],
  ['Call SID', 'call_sid'],
  ['Flow Execution ID', 'flow_execution_id'],
  ['Step Execution Started Time', 'timestamp'],
  ['Executed Step Name', 'step_name'],
  ['Component Title', 'component_title'],
  [
    'Flow Execution Finished Time',
    'studio_flow_executions_aggregated.flow_execution_finished_time',
  ],
  ['Step Execution Order', 'step_execution_order'],
  ['Exit Name', 'exit'],
  ['Destination Number', 'destination_number'],
]);

const day = 86_400_000;
/** No step of a call takes longer than this, in days: what is more is counted in another unit. */
const longestStep = 1;

/** The steps of an answer of the API, which counts time in days. */
export const jsonSteps = (momentIn: MomentReader): LogTranslation<JsonRecord, StepFacts> =>
  translateSteps(({ value }) => {
    const days = fieldIn(value, 'time_in_step');
    const isTime = typeof days === 'number' && days >= 0 && days < longestStep;
    return {
      field: (column) => textIn(value, apiNames.get(column) ?? '')?.trim() ?? '',
      lasted: isTime ? Math.round(days * day) : Number.NaN,
    };
  }, momentIn);
