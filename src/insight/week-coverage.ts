import { type CallFlow, edgesFrom } from '../flow/call-flow.ts';
import { type Calendars, loadCalendars } from '../routing/calendar-state.ts';
import type { Directory, Queue } from '../routing/directory.ts';
import { servingEntries, staffedBy } from '../routing/staffed-by.ts';
import { loadStaffing, type StaffingHours } from '../routing/staffing-hours.ts';
import { loadZoneOffsets } from '../routing/zone-offsets.ts';
import type { NodeId } from '../script/names.ts';
import { isUnknown, type Language } from '../script/values.ts';
import type { CalendarState } from '../script/vocabulary.ts';
import { type Offered, offeredAt } from './offered-at.ts';
import { type Week, weekOf } from './week.ts';
import { type Destination, coverageDestinations } from './coverage-destinations.ts';

/** What callers of a destination meet; `unknown` where nothing says when it is open. */
export type CoverageState = CalendarState | 'unstaffed' | 'unknown';

/** A stretch of the week in which nothing changes. Milliseconds since 1970 (UTC). */
export interface CoverageSpan {
  readonly from: number;
  readonly until: number;
  readonly state: CoverageState;
  /** True where a menu offers it though it takes no calls. */
  readonly offered: boolean;
}

/** A queue or an outside number through a week; a row for each language where people differ. */
export interface CoverageRow {
  readonly kind: Destination['kind'];
  readonly id: string;
  readonly title: string;
  readonly language: Language | undefined;
  readonly spans: readonly CoverageSpan[];
  /** Where it is offered while it takes no calls: the first such moment, and the branch that lets through. */
  readonly offeredFirst:
    | {
        readonly at: number;
        readonly guard: NodeId | undefined;
        /** Whether every node that leads there has a way on for callers who come while it is closed. */
        readonly leadsOn: boolean;
      }
    | undefined;
}

/** When the destinations of a script take calls, in one week. */
export interface WeekCoverage {
  readonly week: Week;
  readonly rows: readonly CoverageRow[];
}

/** The calendars that branches ask; nothing where one asks a queue, which depends on more. */
function askedCalendars(flow: CallFlow): readonly string[] | undefined {
  const asked = new Set<string>();
  for (const { node } of flow.nodes) {
    if (node.kind !== 'branch' || typeof node.on !== 'object') continue;
    if ('queue-status' in node.on) return undefined;
    const name =
      'calendar' in node.on
        ? node.on.calendar
        : 'emergency' in node.on
          ? node.on.emergency
          : undefined;
    if (name !== undefined && !isUnknown(name)) asked.add(name);
  }
  return [...asked];
}

/** Every moment of the week at which a calendar changes or somebody comes or leaves. */
function momentsOf(
  directory: Directory,
  calendars: Calendars,
  staffing: StaffingHours,
  { from, until }: Week,
): readonly number[] {
  const moments = new Set([from]);
  for (const id of Object.keys(directory.calendars))
    for (const { at } of calendars.changes(id, from, until)) moments.add(at);
  for (const entry of directory.staffing.keys())
    for (const { at } of staffing.changes(entry, from, until)) moments.add(at);
  return [...moments].sort((a, b) => a - b);
}

function merged(spans: readonly CoverageSpan[]): readonly CoverageSpan[] {
  const found: CoverageSpan[] = [];
  for (const span of spans) {
    const last = found.at(-1);
    if (last?.state === span.state && last.offered === span.offered) {
      found.pop();
      found.push({ ...last, until: span.until });
    } else found.push(span);
  }
  return found;
}

const takesCalls = (state: CoverageState): boolean =>
  state === 'open' || state === 'unstaffed' || state === 'unknown';

/** The languages of a queue whose callers find people at other hours; none where all are the same. */
function languagesApart(rows: ReadonlyMap<Language, readonly CoverageSpan[]>): boolean {
  const texts = new Set([...rows.values()].map((spans) => JSON.stringify(spans)));
  return texts.size > 1;
}

/**
 * When every destination of a script takes calls in the week of a day (any moment of it, in UTC), on
 * the directory's clock: open, closed, on holiday, or open with nobody there, and where menus offer what takes no calls then.
 */
export async function weekCoverage(
  flow: CallFlow,
  directory: Directory,
  day: number,
): Promise<WeekCoverage> {
  const [calendars, staffing, offsetsOf] = await Promise.all([
    loadCalendars(directory),
    loadStaffing(directory),
    loadZoneOffsets(),
  ]);
  const week = weekOf(day, directory.timeZone, offsetsOf);
  const moments = momentsOf(directory, calendars, staffing, week);
  const ways = new Map<string, ReadonlyMap<NodeId, Offered>>();
  const asked = askedCalendars(flow);
  const offered = moments.map((at) => {
    // Where equal hours hold, menus offer the same.
    const key = asked?.map((id) => calendars.stateAt(id, at)).join(' ') ?? String(at);
    const known =
      ways.get(key) ??
      offeredAt(flow, {
        start: at,
        calendarState: (id, moment) => calendars.stateAt(id, moment),
        directory,
        staffing,
      });
    ways.set(key, known);
    return known;
  });
  const works = directory.staffing.map((_, entry) =>
    moments.map((at) => staffing.worksAt(entry, at)),
  );
  const queues = new Map<string, Queue>(Object.entries(directory.queues));
  const serving = new Map<string, readonly number[]>();
  const entriesOf = (id: string): readonly number[] => {
    const known = serving.get(id) ?? servingEntries(directory, id);
    serving.set(id, known);
    return known;
  };
  const stateAt = (
    { kind, id, calendar }: Destination,
    index: number,
    language: Language | undefined,
  ): CoverageState => {
    if (calendar === undefined || !calendars.has(calendar)) return 'unknown';
    const state = calendars.stateAt(calendar, moments[index] ?? week.from);
    const queue = queues.get(id);
    if (state !== 'open' || kind === 'number' || queue === undefined) return state;
    const isThere = (entry: number) => works[entry]?.[index] === true;
    const people = staffedBy(directory, queue, entriesOf(id), isThere, { language });
    return people === 'staffed' ? 'open' : 'unstaffed';
  };
  const spansOf = (destination: Destination, language: Language | undefined) =>
    merged(
      moments.map((from, index): CoverageSpan => {
        const state = stateAt(destination, index, language);
        const isOffered = destination.nodes.some((node) => offered[index]?.has(node) === true);
        const until = moments[index + 1] ?? week.until;
        return { from, until, state, offered: isOffered && !takesCalls(state) };
      }),
    );
  const hasWayOn = (id: NodeId): boolean =>
    edgesFrom(flow, id).some(({ trigger }) => trigger === 'closed' || trigger === 'failure');
  const rowsOf = (destination: Destination): readonly CoverageRow[] => {
    const { kind, id, title, nodes } = destination;
    const queue = queues.get(id);
    const leadsOn = nodes.every(hasWayOn);
    const isServed = kind === 'queue' && entriesOf(id).length > 0;
    const languages = isServed ? (queue?.languages ?? []) : [];
    const byLanguage = new Map(
      languages.map((language) => [language, spansOf(destination, language)]),
    );
    const isApart = languagesApart(byLanguage);
    const [only] = languages;
    const tongues = isApart ? languages : [languages.length === 1 ? only : undefined];
    return tongues.map((language): CoverageRow => {
      const spans = byLanguage.get(language ?? '') ?? spansOf(destination, only);
      const first = spans.find((span) => span.offered);
      const index = first === undefined ? -1 : moments.indexOf(first.from);
      const node = nodes.find((one) => offered[index]?.has(one));
      const guard = node === undefined ? undefined : offered[index]?.get(node)?.guard;
      return {
        ...{ kind, id, title, language: isApart ? language : undefined, spans },
        offeredFirst: first === undefined ? undefined : { at: first.from, guard, leadsOn },
      };
    });
  };
  return { week, rows: coverageDestinations(flow, directory).flatMap(rowsOf) };
}
