import { isClosing, type CallEventName, type ToldEvent } from '../../call-event.ts';
import { untoldEnd } from '../close-call.ts';
import type { CallRow, Telling, ToldCall } from '../log-format.ts';

/** What is kept of a record of Studio. */
export type StudioFacts =
  | {
      /** A transition: an event leads from one widget to another. */
      readonly is: 'step';
      readonly sid: string;
      readonly from: string;
      readonly to: string;
      readonly event: string;
      /** What the widget that was left knew, where the step has its context. */
      readonly digits: string | undefined;
      readonly dialled: string | undefined;
    }
  | { readonly is: 'started'; readonly revision: string | undefined }
  | { readonly is: 'ended'; readonly reason: string };

type Row = CallRow<StudioFacts>;
type Step = Extract<StudioFacts, { readonly is: 'step' }>;

const beginnings: ReadonlySet<string> = new Set([
  'incomingCall',
  'incomingRequest',
  'incomingParent',
]);
/** Where Studio says that a flow is over, and what an import calls the node where it ends calls. */
const ended = 'Ended';
const callEnds = 'call-ends';

const isHangup = (text: string): boolean => /hang.?up|cancel|disconnect/i.test(text);

/** What the events of widgets mean where nothing else has to be known. */
const plainEvents: ReadonlyMap<string, CallEventName> = new Map<string, CallEventName>([
  ['timeout', 'noinput'],
  ['noKeypress', 'noinput'],
  ['speech', 'input'],
  ['hangup', 'hangup'],
  ['success', 'success'],
  ['fail', 'failure'],
  ['failed', 'failure'],
  ['recordingComplete', 'success'],
  ['noAudio', 'failure'],
]);
/** Results that only nodes which do something have; elsewhere they are steps of Studio's own. */
const results: ReadonlySet<CallEventName> = new Set(['success', 'failure']);

/**
 * Tells an execution by its steps: each is an event that leads from one widget to the next. Steps that
 * came twice count once. The end is that of the execution; without it, a call that stops was hung up
 * by its caller, at an unknown moment.
 */
export function tellExecution(rows: readonly Row[], { names, logEnd }: Telling): ToldCall {
  const events: ToldEvent[] = [];
  const call = rows[0]?.call ?? '';
  const seen = new Set<string>();
  let node: string | undefined;
  let script: string | undefined;
  let isOver = false;
  let lastAt = rows[0]?.at ?? 0;
  let superseded = 0;

  const add = (at: number, event: CallEventName, value = ''): void => {
    const version = event === 'start' && script !== undefined ? { script } : {};
    events.push({
      call,
      at,
      event,
      node: event === 'start' ? '' : (node ?? ''),
      value,
      ...version,
    });
  };
  const begin = (at: number): void => {
    if (events.length === 0) add(at, 'start');
  };
  const nodeOf = (widget: string): string => names.nodeOf(widget) ?? widget;
  const kindHere = () => (node === undefined ? undefined : names.kindOf(node));
  const isDoing = (): boolean => {
    const kind = kindHere();
    return (
      kind === undefined ||
      kind === 'task' ||
      kind === 'voicemail' ||
      kind === 'callback' ||
      kind === 'transfer'
    );
  };

  const leave = (at: number, { event, digits, dialled }: Step): void => {
    const kind = kindHere();
    if (event === 'keypress') {
      add(at, 'input', kind === 'menu' || kind === undefined ? (digits ?? '') : '');
    } else if (event === 'noMatch' && kind === 'menu') add(at, 'nomatch');
    else if (event === 'callCompleted') {
      const isReached = dialled === undefined || dialled === 'completed' || dialled === 'answered';
      add(at, isReached ? 'transfer' : 'failure');
    } else {
      const plain = plainEvents.get(event);
      if (plain !== undefined && (!results.has(plain) || isDoing())) add(at, plain);
    }
  };
  const arrive = (at: number, widget: string): void => {
    const next = nodeOf(widget);
    // Splits and counters behind a question are part of its node.
    if (next === node && !names.beginsWith(next, widget)) return;
    node = next;
    add(at, 'enter');
    const kind = names.kindOf(next);
    if (kind === 'queue') add(at, 'queue');
    if (kind === 'hangup') add(at, 'disconnect');
  };
  const finish = (at: number): void => {
    const last = events.at(-1);
    if (last === undefined || isClosing(last.event)) return;
    const kind = kindHere();
    if (kind === 'queue') add(at, 'end');
    else if (kind === 'transfer' || kind === 'voicemail') add(at, 'disconnect');
    else {
      if (names.kindOf(callEnds) === 'hangup' && kind !== 'subflow') {
        node = callEnds;
        add(at, 'enter');
      }
      add(at, kind === 'subflow' ? 'end' : 'disconnect');
    }
  };

  for (const { facts } of rows) if (facts.is === 'started') script ??= facts.revision;
  for (const { at, facts } of rows) {
    lastAt = at;
    if (facts.is === 'started') begin(at);
    else if (facts.is === 'ended') {
      begin(at);
      const last = events.at(-1);
      if (last !== undefined && isClosing(last.event)) continue;
      if (isOver && !isHangup(facts.reason)) finish(at);
      else if (kindHere() === 'queue' && !isHangup(facts.reason)) add(at, 'end');
      else add(at, 'hangup');
    } else if (facts.sid !== '' && seen.has(facts.sid)) superseded += 1;
    else {
      seen.add(facts.sid);
      begin(at);
      if (!beginnings.has(facts.event)) {
        // A step may be missing: what happened, happened where the widget is that was left.
        if (facts.from !== '') node = nodeOf(facts.from);
        leave(at, facts);
      }
      if (facts.to === ended) isOver = true;
      else if (facts.to !== '') arrive(at, facts.to);
    }
  }
  if (isOver) finish(lastAt);
  const kind = kindHere();
  const isHandedOn = kind === 'queue' || kind === 'subflow' || node === undefined;
  events.push(...untoldEnd(events, { call, lastAt, logEnd, node, isHandedOn }));
  return { events, superseded };
}
