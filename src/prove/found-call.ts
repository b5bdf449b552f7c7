import type { Action } from '../walk/action.ts';
import { queueState } from '../walk/queue-state.ts';
import { momentIn, type World } from '../walk/world.ts';
import { worldAt, type Routing } from '../walk/world-at.ts';
import { membersOf } from './bits.ts';
import type { BadEnd } from './move.ts';
import type { Assuming } from './proof.ts';
import type { RootCause } from './root-causes.ts';
import type { LateCause, Scenario, Subject } from './scenario.ts';
import type { WallClocks } from './wall-clock.ts';
import { actionsOf, playWay, wayOf, type Way } from './way.ts';

/** What counter-examples are made with. */
export interface Telling {
  readonly subject: Subject;
  readonly routing: Routing | undefined;
  readonly clocks: WallClocks;
}

/** Moments at which a world begins that are tried, for one that lasts as long as the call. */
const mostTries = 60;

/** The world of a call that begins at a moment, with all that is taken to be so. */
function realWorld(telling: Telling, scenario: Scenario, assuming: Assuming, start: number): World {
  const emergencies = scenario.situation.emergencies.map((calendar) => ({
    kind: 'emergency' as const,
    calendar,
  }));
  const drills = [...scenario.situation.drills, ...emergencies];
  const world = worldAt(telling.routing, { start, drills, attributes: assuming.known });
  return {
    ...world,
    calendarState: (calendar, at) => {
      const supposed = Object.hasOwn(assuming.calendars, calendar)
        ? assuming.calendars[calendar]
        : undefined;
      return (
        (supposed as ReturnType<World['calendarState']> | undefined) ??
        world.calendarState(calendar, at)
      );
    },
  };
}

/** Whether the call, with the clock running, comes to its end and finds there what it is said to find. */
function goesSo(
  telling: Telling,
  scenario: Scenario,
  way: Way,
  end: BadEnd,
  world: World,
): boolean {
  const { subject } = telling;
  const played = playWay(subject.flow, scenario.maze, way, () => world);
  if (!played.asTold) return false;
  const { node, seconds } = played.last;
  const there = node === undefined ? undefined : subject.flow.graph.node(node).node;
  const { queue } = end;
  if (there?.kind !== 'queue' || queue === undefined || end.reason === 'no-capacity') return true;
  const { language } = played.last;
  return queueState(queue, world, momentIn(world, seconds), language) !== 'open';
}

/** What is taken to be so where a call ends. */
export function assumingOf({ situation, maze }: Scenario, spot: number | undefined): Assuming {
  const { host = {}, supposed = {} } = maze.spots[spot ?? -1] ?? {};
  return { emergency: situation.emergencies, known: host, calendars: supposed };
}

/** A call that ends badly: when it begins, and all that happens. */
export interface FoundCall {
  readonly at: number;
  readonly replays: boolean;
  readonly actions: readonly Action[];
}

/** The first moment at which a world begins that lasts long enough for the call to end as told. */
export function findStill(
  telling: Telling,
  scenario: Scenario,
  cause: RootCause,
  assuming: Assuming,
): FoundCall {
  const { shortest, world, end } = cause;
  const way = wayOf(shortest);
  const actions = actionsOf(way);
  const { worlds } = scenario.time;
  const first = worlds[world]?.begins[0] ?? telling.subject.horizon.from;
  const moments = [...membersOf(shortest.bits)]
    .flatMap((member) => (worlds[member]?.begins ?? []).slice(0, mostTries))
    .sort((a, b) => a - b)
    .slice(0, mostTries);
  const at = moments.find((moment) =>
    goesSo(telling, scenario, way, end, realWorld(telling, scenario, assuming, moment)),
  );
  return { at: at ?? first, replays: at !== undefined, actions };
}

/** A start at which the boundary falls into the step that has to be on the way when it comes. */
export function findLate(
  telling: Telling,
  scenario: Scenario,
  cause: LateCause,
  assuming: Assuming,
): FoundCall {
  const { shortest, world: kind, end } = cause;
  const { time, maze } = scenario;
  const boundary = time.boundaries[kind];
  const way = wayOf(shortest);
  const { crossing = 0 } = way;
  const [before, after] = [boundary?.before ?? 0, boundary?.after ?? 0].map(
    (member) => time.worlds[member]?.calendars,
  );
  const frozen = realWorld(telling, scenario, assuming, 0);
  const at = (passage: number): World => ({
    ...frozen,
    calendarState: (calendar, moment) =>
      (passage <= crossing ? before : after)?.get(calendar) ??
      frozen.calendarState(calendar, moment),
  });
  const slow = slowed(way, crossing, telling, scenario, at);
  const { seconds } = playWay(telling.subject.flow, maze, slow, at);
  const [begins = 0, ends = 0] = [seconds[crossing], seconds[crossing + 1]];
  // In the middle of the step, else just before it is over, else when it has just begun.
  const leads = [(begins + ends) / 2, ends - 1, begins + 1]
    .filter((lead) => lead > begins && lead < ends)
    .map((lead) => Math.ceil(lead * 1000));
  const starts = (boundary?.at ?? [])
    .slice(0, mostTries)
    .flatMap((moment) => leads.map((lead) => moment - lead));
  const found = starts.find((start) =>
    goesSo(telling, scenario, slow, end, realWorld(telling, scenario, assuming, start)),
  );
  return { at: found ?? starts[0] ?? 0, replays: found !== undefined, actions: actionsOf(slow) };
}

/** The same way, with a step that has to take time taking some. */
function slowed(
  way: Way,
  crossing: number,
  { subject }: Telling,
  { maze }: Scenario,
  at: (passage: number) => World,
): Way {
  const { seconds } = playWay(subject.flow, maze, way, at);
  const takes = (seconds[crossing + 1] ?? 0) - (seconds[crossing] ?? 0);
  const passage = way.passages[crossing];
  if (takes >= 1 || passage === undefined) return way;
  const after = Math.min(passage.seconds.most, 20);
  const actions = passage.actions.map((action, index): Action =>
    index === passage.actions.length - 1 &&
    action.do !== 'silence' &&
    action.do !== 'closed' &&
    action.do !== 'full' &&
    action.do !== 'error'
      ? { ...action, after }
      : action,
  );
  return {
    ...way,
    passages: way.passages.map((one, index) => (index === crossing ? { ...one, actions } : one)),
  };
}
