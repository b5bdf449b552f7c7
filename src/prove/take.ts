import type { Action } from '../walk/action.ts';
import type { CallEnd } from '../walk/call-state.ts';
import { step } from '../walk/step.ts';
import { alwaysOpen, type World } from '../walk/world.ts';
import type { People } from '../routing/staffed-by.ts';
import type { CalendarState } from '../script/vocabulary.ts';
import type { Here } from './routes.ts';
import { callAt, spotOf, type Besides, type Spot } from './spot.ts';

/** What one step made of a call. */
export interface Taken {
  /** Where it has come to; nothing where it is over, or where the same is asked again. */
  readonly spot: Spot | undefined;
  readonly ended: CallEnd | undefined;
  /** What the menu took the action for, when it wasn't an answer. */
  readonly missed: 'noInput' | 'noMatch' | undefined;
}

/** What a step is taken with, beside its action. */
export interface TakenWith extends Partial<Besides> {
  /** The state of every calendar. */
  readonly calendars?: CalendarState;
  /** Who is there for callers of every queue. */
  readonly people?: People;
  readonly status?: string | undefined;
  readonly share?: number | undefined;
  /** How often the caller was silent, or wrong, before. */
  readonly silences?: number;
  readonly mismatches?: number;
}

function worldOf({ routes, spot }: Here, taken: TakenWith): World {
  const { calendars: state = 'open', status, people } = taken;
  return {
    ...alwaysOpen,
    calendarState: () => state,
    attributes: taken.host ?? spot.host,
    directory: routes.directory,
    drills: routes.drills,
    ...(people === undefined ? {} : { staffing: { peopleAt: () => people } }),
    queueStatus: () => status,
    share: taken.share,
  };
}

/**
 * Takes one step from a spot by the step function that every walk takes, in a world where all
 * calendars are in one state.
 */
export function take(at: Here, action: Action, taken: TakenWith = {}): Taken {
  const { routes, spot } = at;
  const { silences = 0, mismatches = 0 } = taken;
  const call = { ...callAt(spot), silences, mismatches };
  const { state, events } = step(routes.flow, call, action, worldOf(at, taken));
  const { ended, node } = state;
  const has = (name: string) => events.some(({ event }) => event === name);
  const missed = has('noinput') ? 'noInput' : has('nomatch') ? 'noMatch' : undefined;
  if (ended !== undefined || node === undefined || !has('enter'))
    return { spot: undefined, ended, missed };
  const { host, supposed, told, sure } = { ...spot, ...taken };
  const besides = { host, supposed, told, sure };
  return { spot: spotOf({ ...state, node }, routes.asked, besides), ended, missed };
}
