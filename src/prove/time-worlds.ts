import type { Calendars } from '../routing/calendar-state.ts';
import type { StaffingHours } from '../routing/staffing-hours.ts';
import type { CalendarId } from '../script/names.ts';
import { calendarStates, type CalendarState } from '../script/vocabulary.ts';
import type { MetNames } from './met-names.ts';

/** The time that a proof is for: from the first moment up to the one that no longer belongs to it (UTC). */
export interface Horizon {
  readonly from: number;
  readonly to: number;
}

/** A state of all that changes with time: calendars, and whose hours hold. */
export interface TimeWorld {
  readonly calendars: ReadonlyMap<CalendarId, CalendarState>;
  /** Positions of the staffing entries whose people work. */
  readonly working: ReadonlySet<number>;
  /** How long it holds in all, in milliseconds. */
  readonly length: number;
  /** The moments at which it begins. */
  readonly begins: readonly number[];
  /** How long it then holds, for each. */
  readonly lengths: readonly number[];
}

/** A change from one world into another, with every moment at which it happens. */
export interface Boundary {
  readonly before: number;
  readonly after: number;
  readonly at: readonly number[];
  /** How long the world after it holds each time, in milliseconds. */
  readonly lengths: readonly number[];
}

/** All states of the world in a stretch of time. */
export interface TimeWorlds {
  readonly worlds: readonly TimeWorld[];
  readonly boundaries: readonly Boundary[];
}

/** What changes with time, and what is taken to be so at all times. */
export interface TimeSources {
  readonly met: MetNames;
  readonly calendars: Calendars | undefined;
  readonly staffing: StaffingHours | undefined;
  /** Calendars whose emergency switch is taken to be on. */
  readonly emergencies: ReadonlySet<CalendarId>;
}

interface Change {
  readonly at: number;
  /** Which signal changes, and to what: the position of a state, or 0 and 1. */
  readonly signal: number;
  readonly value: number;
}

function changesOf(
  { calendars, staffing, emergencies }: TimeSources,
  known: readonly CalendarId[],
  entries: readonly number[],
  { from, to }: Horizon,
): readonly Change[] {
  const all: Change[] = [];
  known.forEach((id, signal) => {
    const emergency = { at: from, state: 'emergency' as const };
    const changes = emergencies.has(id) ? [emergency] : (calendars?.changes(id, from, to) ?? []);
    for (const { at, state } of changes)
      all.push({ at, signal, value: calendarStates.indexOf(state) });
  });
  entries.forEach((entry, index) => {
    for (const { at, works } of staffing?.changes(entry, from, to) ?? [])
      all.push({ at, signal: known.length + index, value: works ? 1 : 0 });
  });
  return all.sort((a, b) => a.at - b.at);
}

interface Folded {
  readonly values: Uint8Array;
  length: number;
  readonly begins: number[];
  readonly lengths: number[];
}

/** Folds stretches in which all signals are alike into worlds, in the order of their first moments. */
function fold(changes: readonly Change[], signals: number, { from, to }: Horizon) {
  const worlds: Folded[] = [];
  const known = new Map<string, number>();
  const boundaries = new Map<string, { before: number; after: number; at: number[] }>();
  const values = new Uint8Array(signals);
  let before = -1;
  for (let index = 0, start = from; start < to;) {
    for (let change = changes[index]; change !== undefined && change.at <= start;) {
      values[change.signal] = change.value;
      index += 1;
      change = changes[index];
    }
    const end = changes[index]?.at ?? to;
    const key = String.fromCharCode(...values);
    const world = known.get(key) ?? worlds.length;
    if (world === worlds.length) {
      known.set(key, world);
      worlds.push({ values: values.slice(), length: 0, begins: [], lengths: [] });
    }
    const here = worlds[world];
    if (world === before && here !== undefined)
      here.lengths[here.lengths.length - 1] = (here.lengths.at(-1) ?? 0) + end - start;
    else {
      here?.begins.push(start);
      here?.lengths.push(end - start);
      if (before >= 0) {
        const pair = `${before} ${world}`;
        const boundary = boundaries.get(pair) ?? { before, after: world, at: [] };
        boundary.at.push(start);
        boundaries.set(pair, boundary);
      }
    }
    if (here !== undefined) here.length += end - start;
    before = world;
    start = end;
  }
  return { worlds, boundaries: [...boundaries.values()] };
}

/**
 * Cuts a stretch of time at every change of what callers can meet, and folds equal stretches. Time:
 * O(changes × signals).
 */
export function timeWorlds(sources: TimeSources, horizon: Horizon): TimeWorlds {
  const { met, calendars } = sources;
  const known = met.calendars.filter((id) => calendars?.has(id) === true);
  const entries = sources.staffing === undefined ? [] : met.entries;
  const signals = known.length + entries.length;
  const folded = fold(changesOf(sources, known, entries, horizon), signals, horizon);
  const lengthFrom = new Map(
    folded.worlds.flatMap(({ begins, lengths }) =>
      begins.map((at, index) => [at, lengths[index] ?? 0] as const),
    ),
  );
  return {
    worlds: folded.worlds.map(({ values, ...world }) => ({
      ...world,
      calendars: new Map(
        known.map((id, index) => [id, calendarStates[values[index] ?? 0] ?? 'open']),
      ),
      working: new Set(entries.filter((_, index) => values[known.length + index] === 1)),
    })),
    boundaries: folded.boundaries.map((boundary) => ({
      ...boundary,
      lengths: boundary.at.map((at) => lengthFrom.get(at) ?? 0),
    })),
  };
}
