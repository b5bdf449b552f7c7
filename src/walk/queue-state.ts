import { speaksLanguage } from '../routing/staffed-by.ts';
import type { QueueId } from '../script/names.ts';
import { isUnknown, type Language, type Unknown } from '../script/values.ts';
import type { CalendarState } from '../script/vocabulary.ts';
import type { World } from './world.ts';

/**
 * What a caller meets in a queue: the state of its calendar, and while that is open `full` (it takes
 * no more callers), `nobody` (none of its people work), `no-language` or `no-skill` (none of those
 * who work will do), or `missing` (the directory has no such queue).
 */
export type QueueState = CalendarState | 'full' | 'nobody' | 'no-language' | 'no-skill' | 'missing';

/** Sites that are down. */
function sitesDown({ drills = [] }: World): ReadonlySet<string> {
  return new Set(drills.flatMap((drill) => (drill.kind === 'site' ? [drill.site] : [])));
}

/**
 * The state of a queue at a moment (milliseconds since 1970, UTC) for a caller of a language. Its
 * calendar comes first (a queue without one is open), or a drill that closes it; then a drill that
 * fills it, or room for nobody; then the languages it lists and the people who work. People count only in worlds that
 * know who works when.
 */
export function queueState(
  queue: QueueId | Unknown,
  world: World,
  at: number,
  language?: Language,
): QueueState {
  if (isUnknown(queue)) return 'open';
  const { directory, staffing } = world;
  const drilled = (state: 'full' | 'closed') =>
    world.drills?.some(
      (drill) => drill.kind === 'queue' && drill.queue === queue && drill.state === state,
    ) === true;
  const queues = directory?.queues;
  const known = queues !== undefined && Object.hasOwn(queues, queue) ? queues[queue] : undefined;
  const hours = known?.calendar === undefined ? 'open' : world.calendarState(known.calendar, at);
  if (hours !== 'open') return hours;
  if (drilled('closed')) return 'closed';
  if (drilled('full') || known?.capacity === 0) return 'full';
  if (queues === undefined || staffing === undefined) return 'open';
  if (known === undefined) return 'missing';
  const people = staffing.peopleAt(queue, at, { language, down: sitesDown(world) });
  if (people !== 'staffed') return people;
  const { languages = [] } = known;
  const isSpoken =
    language === undefined ||
    languages.length === 0 ||
    languages.some((spoken) => speaksLanguage(spoken, language));
  return isSpoken ? 'open' : 'no-language';
}

/** Whether a queue takes callers in, so that they wait: it is open by its hours, exists and isn't full. */
export function takesIn(state: QueueState): boolean {
  return state === 'open' || state === 'nobody' || state === 'no-language' || state === 'no-skill';
}
