import { membersOf } from './bits.ts';
import { messageOf, zoneOf } from './end-message.ts';
import { assumingOf, findLate, findStill, type Telling } from './found-call.ts';
import type { CounterExample } from './proof.ts';
import type { RootCause } from './root-causes.ts';
import { hoursOf, type LateCause, type Scenario, type Subject } from './scenario.ts';
import { keysOf } from './tell.ts';

const hour = 3_600_000;
/** The mean year of the Gregorian calendar, in hours. */
const hoursInYear = 365.2425 * 24;

/** A node's counter-example, without its hours. */
function exampleOf(
  telling: Telling,
  scenario: Scenario,
  cause: RootCause,
  late: boolean,
): Omit<CounterExample, 'hours' | 'hoursPerYear' | 'worlds' | 'lastMinute'> {
  const { end, shortest } = cause;
  const spot = shortest.arrival?.spot;
  const assuming = assumingOf(scenario, spot);
  const found = late
    ? findLate(telling, scenario, cause as LateCause, assuming)
    : findStill(telling, scenario, cause, assuming);
  const zone = zoneOf(telling, end);
  const { script } = telling.subject.flow;
  const language =
    scenario.maze.spots[spot ?? -1]?.language ??
    script.entries[shortest.entry]?.language ??
    script.language;
  const isNode = telling.subject.flow.graph.hasNode(end.node);
  return {
    reason: end.reason,
    message: messageOf(telling, end, found, assuming, {
      late,
      drills: scenario.situation.drills,
    }),
    node: end.node,
    queue: end.queue,
    number: end.number,
    language,
    entry: shortest.entry,
    at: telling.clocks.iso(found.at, zone),
    zone,
    keys: keysOf(found.actions),
    actions: found.actions,
    assuming,
    replays: found.replays,
    path: isNode ? ['nodes', end.node] : ['entries', shortest.entry, 'start'],
  };
}

const perYear = (hours: number, { horizon }: Subject): number =>
  (hours * hoursInYear * hour) / (horizon.to - horizon.from);

/** A counter-example of a cause that holds while the clock stands still. */
export function stillExample(
  telling: Telling,
  scenario: Scenario,
  cause: RootCause,
): CounterExample {
  const hours = hoursOf(scenario.time, cause.bits);
  return {
    ...exampleOf(telling, scenario, cause, false),
    hours,
    hoursPerYear: perYear(hours, telling.subject),
    worlds: [...membersOf(cause.bits)].length,
    lastMinute: undefined,
  };
}

/**
 * A counter-example of callers who come too late. They are counted for as long after each change of
 * the hours as the slowest of them can need, or until the hours change again.
 */
export function lateExample(
  telling: Telling,
  scenario: Scenario,
  cause: LateCause,
): CounterExample {
  let milliseconds = 0;
  let boundaries = 0;
  let window = 0;
  for (const kind of membersOf(cause.bits)) {
    const wait = cause.waits.get(kind) ?? 0;
    window = Math.max(window, wait);
    for (const length of scenario.time.boundaries[kind]?.lengths ?? []) {
      boundaries += 1;
      milliseconds += Math.min(Math.round(wait * 1000), length);
    }
  }
  const hours = milliseconds / hour;
  return {
    ...exampleOf(telling, scenario, cause, true),
    hours,
    hoursPerYear: perYear(hours, telling.subject),
    worlds: [...membersOf(cause.bits)].length,
    lastMinute: { window, boundaries },
  };
}
