import { eventList } from '../event-list.ts';
import { exitEvent } from '../exit-event.ts';
import type {
  CallRow,
  LogTranslation,
  RecordReading,
  TableRecord,
  Telling,
  ToldCall,
} from '../log-format.ts';
import type { MomentReader } from '../moment.ts';

/** A step that a call took. */
export interface StepFacts {
  readonly step: string;
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
    node = names.nodeOf(facts.step) ?? facts.step;
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

/** Translates steps of flow executions; a call is an interaction, or an execution where none is named. */
export function translateSteps(momentIn: MomentReader): LogTranslation<TableRecord, StepFacts> {
  return {
    readRecord({ field }): RecordReading<StepFacts> {
      const call = field('Interaction ID') || field('Call SID') || field('Flow Execution ID');
      if (call === '') return { field: 'Flow Execution ID', reason: 'no call id' };
      const at = momentIn(field('Step Execution Started Time'));
      if (typeof at === 'string') return { field: 'Step Execution Started Time', reason: at };
      const step = field('Component Title') || field('Executed Step Name');
      if (step === '') return { field: 'Component Title', reason: 'no block named' };
      const finished = momentIn(field('Flow Execution Finished Time'));
      const order = field('Step Execution Order');
      const facts: StepFacts = {
        step,
        exit: field('Exit Name'),
        order: /^\d{1,9}$/.test(order) ? Number(order) : Number.NaN,
        dialled: field('Destination Number'),
        lasted: lastedIn(field('Time In Step Execution')),
        finished: typeof finished === 'number' ? finished : undefined,
      };
      return [{ call, at, facts }];
    },
    tellCall: tellSteps,
  };
}
