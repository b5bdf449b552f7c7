import type { CallEventName } from '../calls/call-event.ts';
import type { CallFlow } from '../flow/call-flow.ts';
import { depthsOf } from '../flow/depth.ts';
import { loadCalendars } from '../routing/calendar-state.ts';
import type { CalendarId } from '../script/names.ts';
import { isUnknown } from '../script/values.ts';
import { arrivalTimes } from './arrivals.ts';
import { callersOf } from './callers.ts';
import { defaultCallerModel } from './caller-model.ts';
import { contactReasons, type ContactReason } from './contact-reasons.ts';
import { drawByWeight } from './draw.ts';
import { drawKnown, knownOfCallers } from './known-of-callers.ts';
import { mergeCalls } from './merge-calls.ts';
import { randomFrom } from './random.ts';
import type { SimulateOptions } from './simulate-options.ts';
import { walkCall } from './walk-call.ts';
import { waysToReason, type WaysToReason } from './ways-to-reason.ts';
import { windowOf } from './window.ts';
import type { World } from './world.ts';
import { loadZoneClock } from './zone-clock.ts';

/** One row of a simulated log, in the columns of the native format. */
export interface CallRow {
  readonly call: string;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  readonly event: CallEventName;
  readonly node: string;
  readonly value: string;
  /** A pseudonym. */
  readonly caller: string;
}

/** The calendar that most decides when people call: the first that a caller meets. */
function mainCalendar(flow: CallFlow): CalendarId | undefined {
  for (const id of depthsOf(flow).keys()) {
    const { node } = flow.graph.node(id);
    if (node.kind !== 'branch' || typeof node.on === 'string') continue;
    if ('calendar' in node.on && !isUnknown(node.on.calendar)) return node.on.calendar;
  }
  return undefined;
}

/**
 * Simulates calls on a flow by the stated caller model and gives the rows of their log in the order
 * of time. Rows are made as they are asked for: only calls that are going on are held, and eight
 * bytes for each arrival. Throws an IvrError `usage` for a window that can't be one.
 */
export async function simulateCalls(
  flow: CallFlow,
  options: SimulateOptions,
): Promise<Iterable<CallRow>> {
  const { directory, seed } = options;
  const calendars = directory === undefined ? undefined : await loadCalendars(directory);
  const offsetAt = await loadZoneClock(directory?.timeZone ?? 'UTC');
  const { from, to } = windowOf(options.from, options.to, offsetAt);
  const calls = Math.max(0, Math.trunc(options.calls) || 0);
  const model = { ...defaultCallerModel, ...options.model };

  const calendarState: World['calendarState'] = (id, at) =>
    calendars?.has(id) === true ? calendars.stateAt(id, at) : 'open';
  const main = mainCalendar(flow);
  const starts = arrivalTimes({
    calls,
    from,
    to,
    offsetAt,
    isOpen: (at) => main === undefined || calendarState(main, at) === 'open',
    closedHours: model.closedHours,
    random: randomFrom(seed, 'arrivals'),
  });

  const reasons = contactReasons(flow, seed, options.demand);
  const known = knownOfCallers(flow, options.attributes);
  const ways = new Map<string, WaysToReason>();
  const waysTo = (language: string) => (reason: ContactReason | undefined) => {
    if (reason === undefined) return new Map();
    const key = `${language} ${reason.reason}`;
    const found = ways.get(key) ?? waysToReason(flow, reason, language);
    ways.set(key, found);
    return found;
  };

  const people = callersOf(flow, { reasons, model, languages: options.languages });
  const digits = Math.max(5, String(calls).length);
  let rows = 0;
  let cutShort = 0;
  const counts = new Map(reasons.map(({ reason }) => [reason, 0]));

  const walk = (index: number): readonly CallRow[] => {
    const start = starts[index] ?? from;
    const random = randomFrom(seed, 'call', index);
    const { caller, entry } = people.next(start, random);
    const { reason } = caller;
    if (reason !== undefined) counts.set(reason.reason, (counts.get(reason.reason) ?? 0) + 1);
    const attributes = drawKnown(known, random);
    const call = walkCall({
      flow,
      model,
      random,
      caller,
      entry,
      world: { start, calendarState, directory, attributes },
      waysTo: waysTo(caller.language),
      drawReason: () => drawByWeight(reasons, ({ share }) => share, random),
      queueWaits: options.queueWaits ?? {},
      extraHangUps: options.extraHangUps ?? {},
    });
    people.ended(caller, start + call.seconds * 1000, call.helped, random);
    if (call.cutShort) cutShort += 1;
    const name = `c${String(index + 1).padStart(digits, '0')}`;
    return call.events.map(({ event, node, value, seconds }) => ({
      call: name,
      at: start + Math.round(seconds * 1000),
      event,
      node,
      value,
      caller: caller.name,
    }));
  };

  function* walkAll(): Generator<readonly CallRow[]> {
    for (let index = 0; index < calls; index += 1) yield walk(index);
  }
  function* countAll(): Generator<CallRow> {
    for (const row of mergeCalls(walkAll())) {
      rows += 1;
      yield row;
    }
    const asked = Object.fromEntries(counts);
    options.onSummary?.({ calls, rows, cutShort, reasons: asked, from, to });
  }
  return countAll();
}
