import { isClosing } from '../../call-event.ts';
import { untoldEnd } from '../close-call.ts';
import { eventList } from '../event-list.ts';
import type { CallRow, Telling, ToldCall } from '../log-format.ts';
import {
  kindHere,
  tellArrival,
  tellEnd,
  tellLeaving,
  type StudioStep,
  type TellingExecution,
} from './tell-step.ts';

/** What is kept of a record of Studio. */
export type StudioFacts =
  | StudioStep
  | { readonly is: 'started'; readonly revision: string | undefined }
  | { readonly is: 'ended'; readonly reason: string };

const beginnings: ReadonlySet<string> = new Set([
  'incomingCall',
  'incomingRequest',
  'incomingParent',
]);
/** Where Studio says that a flow is over. */
const ended = 'Ended';

const isHangup = (text: string): boolean => /hang.?up|cancel|disconnect/i.test(text);

/** The revision of the flow that ran, where the start tells it. */
const revisionOf = (rows: readonly CallRow<StudioFacts>[]): string | undefined =>
  rows.flatMap(({ facts }) => (facts.is === 'started' ? (facts.revision ?? []) : []))[0];

/**
 * Tells an execution by its steps: each is an event that leads from one widget to the next. Steps that
 * came twice count once. The end is that of the execution; without it, a call that stops was hung up
 * by its caller, at an unknown moment.
 */
export function tellExecution(
  rows: readonly CallRow<StudioFacts>[],
  { names, logEnd }: Telling,
): ToldCall {
  const [first] = rows;
  if (first === undefined) return { events: [], superseded: 0 };
  const list = eventList(first.call);
  const call: TellingExecution = { list, names, node: undefined, isOver: false };
  const seen = new Set<string>();
  let superseded = 0;

  const takeStep = (at: number, step: StudioStep): void => {
    if (!beginnings.has(step.event)) {
      // A step may be missing: what happened, happened where the widget is that was left.
      if (step.from !== '') call.node = names.nodeOf(step.from) ?? step.from;
      tellLeaving(call, at, step);
    }
    if (step.to === ended) call.isOver = true;
    else if (step.to !== '') tellArrival(call, at, step.to);
  };
  const takeEnd = (at: number, reason: string): void => {
    const last = list.events.at(-1);
    if (last !== undefined && isClosing(last.event)) return;
    if (isHangup(reason)) list.add(at, 'hangup', call.node ?? '');
    else if (call.isOver) tellEnd(call, at);
    else list.add(at, kindHere(call) === 'queue' ? 'end' : 'hangup', call.node ?? '');
  };

  list.add(first.at, 'start', '', { script: revisionOf(rows) });
  for (const { at, facts } of rows) {
    if (facts.is === 'ended') takeEnd(at, facts.reason);
    else if (facts.is === 'step') {
      if (facts.sid !== '' && seen.has(facts.sid)) superseded += 1;
      else takeStep(at, facts);
      seen.add(facts.sid);
    }
  }
  const lastAt = rows.at(-1)?.at ?? first.at;
  if (call.isOver) tellEnd(call, lastAt);
  const kind = kindHere(call);
  const isHandedOn = kind === 'queue' || kind === 'subflow' || call.node === undefined;
  const end = untoldEnd(list.events, {
    ...{ call: first.call, lastAt, logEnd, isHandedOn, node: call.node },
  });
  return { events: [...list.events, ...end], superseded };
}
