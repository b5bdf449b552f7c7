import type { CallFlow } from '../flow/call-flow.ts';
import type { Calendars } from '../routing/calendar-state.ts';
import type { Directory } from '../routing/directory.ts';
import type { Drill } from '../routing/drill.ts';
import { servingEntries } from '../routing/staffed-by.ts';
import type { StaffingHours } from '../routing/staffing-hours.ts';
import type { CalendarId } from '../script/names.ts';
import { askedNames, type AskedNames } from './asked-names.ts';
import { allBits, membersOf, type Bits } from './bits.ts';
import { conditionsOf, type Conditions } from './conditions.ts';
import { lastMinuteCalls, longestWaits } from './last-minute.ts';
import { buildMaze, type Maze } from './maze.ts';
import { metNames, type MetNames } from './met-names.ts';
import { rootCauses, type RootCause } from './root-causes.ts';
import type { Assumption } from './routes.ts';
import { isBad, spread, type BadEnding, type Ending, type Spread } from './spread.ts';
import { stuckCalls } from './stuck-calls.ts';
import { timeWorlds, type Horizon, type TimeWorlds } from './time-worlds.ts';

/** What a proof is about. */
export interface Subject {
  readonly flow: CallFlow;
  readonly directory: Directory | undefined;
  readonly calendars: Calendars | undefined;
  readonly staffing: StaffingHours | undefined;
  readonly met: MetNames;
  readonly asked: AskedNames;
  readonly horizon: Horizon;
  readonly mostStates: number;
  readonly longestCall: number;
}

/** What is taken to have failed, and which emergency switches to be on. */
export interface Situation {
  readonly drills: readonly Drill[];
  readonly emergencies: readonly CalendarId[];
  /** Keeps the worlds apart that differ while no switch is on, so that both can be compared. */
  readonly sameWorlds?: boolean;
}

/** Callers who come too late, and for each kind of boundary how late at most, in seconds. */
export interface LateCause extends RootCause {
  readonly waits: ReadonlyMap<number, number>;
}

/** Everything that can become of calls in one situation. */
export interface Scenario {
  readonly situation: Situation;
  readonly time: TimeWorlds;
  readonly conditions: Conditions;
  readonly maze: Maze;
  readonly still: Spread;
  readonly endings: readonly Ending[];
  /** Bad ends while the clock stands still. */
  readonly causes: readonly RootCause[];
  /** Bad ends of those alone who meet a change of the hours on their way. */
  readonly late: readonly LateCause[];
  readonly assumed: readonly Assumption[];
}

/** Gathers what all scenarios of a proof have in common. */
export function subjectOf(
  parts: Pick<Subject, 'flow' | 'directory' | 'calendars' | 'staffing' | 'horizon'>,
  { mostStates, longestCall }: Pick<Subject, 'mostStates' | 'longestCall'>,
): Subject {
  const { flow, directory } = parts;
  const met = metNames(flow, directory);
  return { ...parts, met, asked: askedNames(flow), mostStates, longestCall };
}

/** Queues for which somebody works at some hour. */
function everStaffed({ directory }: Subject, { worlds }: TimeWorlds): (queue: string) => boolean {
  const working = new Set(worlds.flatMap((world) => [...world.working]));
  return (queue) =>
    directory === undefined ||
    directory.staffing.length === 0 ||
    servingEntries(directory, queue).some((entry) => working.has(entry));
}

/** The same worlds while emergency switches are on. */
function switchedOn(time: TimeWorlds, emergencies: ReadonlySet<CalendarId>): TimeWorlds {
  const worlds = time.worlds.map((world) => ({
    ...world,
    calendars: new Map(
      [...world.calendars].map(([id, state]) => [id, emergencies.has(id) ? 'emergency' : state]),
    ),
  }));
  return { ...time, worlds };
}

function stillCalls(maze: Maze, everywhere: Bits, size: number): Spread {
  const seeds = maze.entrances.flatMap(({ entry, spot, end }) =>
    end === undefined
      ? [{ spot, bits: everywhere, effort: 0, before: undefined, passage: undefined, entry }]
      : [],
  );
  const walked = spread(maze, seeds, size, ({ when }) => when);
  const lost = maze.entrances.flatMap(({ entry, end }): readonly Ending[] =>
    end === undefined
      ? []
      : [{ end, arrival: undefined, passage: undefined, bits: everywhere, effort: 0, entry }],
  );
  return { ...walked, endings: [...lost, ...walked.endings] };
}

/** Bad ends by their causes, while the clock stands still. */
export function causesIn(
  endings: readonly BadEnding[],
  { worlds }: TimeWorlds,
): readonly RootCause[] {
  return rootCauses(endings, worlds.length, (world) => worlds[world]?.begins[0] ?? Infinity);
}

/** Walks all calls of one situation: with the clock standing still, and over each change of the hours. */
export function walkScenario(subject: Subject, situation: Situation, withLate: boolean): Scenario {
  const { flow, directory, calendars, staffing, met, asked, horizon } = subject;
  const { drills } = situation;
  const emergencies = new Set(situation.emergencies);
  const time =
    situation.sameWorlds === true
      ? switchedOn(
          timeWorlds({ met, calendars, staffing, emergencies: new Set() }, horizon),
          emergencies,
        )
      : timeWorlds({ met, calendars, staffing, emergencies }, horizon);
  const size = time.worlds.length;
  const conditions = conditionsOf(time.worlds, { directory, drills });
  const assumed = new Map<string, Assumption>();
  const note = (one: Assumption) => void assumed.set(`${one.kind} ${one.name}`, one);
  const { longestCall } = subject;
  const staffed = everStaffed(subject, time);
  const maze = buildMaze(
    { flow, directory, drills, asked, conditions, everStaffed: staffed, longestCall, note },
    subject.mostStates,
  );
  const everywhere = allBits(size);
  const still = stillCalls(maze, everywhere, size);
  const bad = [...still.endings.filter(isBad), ...stuckCalls(maze, still, everywhere)];
  const causes = causesIn(bad, time);

  const walked = withLate ? lastMinuteCalls(maze, still, time) : undefined;
  const known = new Set(causes.map(({ key }) => key));
  const late =
    walked === undefined
      ? []
      : rootCauses(
          walked.spread.endings.filter(isBad),
          walked.size,
          (kind) => time.boundaries[kind]?.at[0] ?? Infinity,
        )
          .filter(({ key }) => !known.has(key))
          .map((cause): LateCause => {
            const waits = longestWaits(maze, walked, cause.endings, longestCall);
            return { ...cause, waits };
          });
  return {
    situation,
    time,
    conditions,
    maze,
    still,
    endings: still.endings,
    causes,
    late,
    assumed: [...assumed.values()],
  };
}

/** Hours of a set of worlds. */
export function hoursOf({ worlds }: TimeWorlds, bits: Bits): number {
  let length = 0;
  for (const world of membersOf(bits)) length += worlds[world]?.length ?? 0;
  return length / 3_600_000;
}
