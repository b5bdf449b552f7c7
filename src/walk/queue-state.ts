import type { QueueId } from '../script/names.ts';
import { isUnknown, type Unknown } from '../script/values.ts';
import type { CalendarState } from '../script/vocabulary.ts';
import type { World } from './world.ts';

/** The state of a queue by the calendar it keeps; a queue without one is always open. */
export function queueState(queue: QueueId | Unknown, world: World, at: number): CalendarState {
  const queues = world.directory?.queues;
  if (queues === undefined || isUnknown(queue) || !Object.hasOwn(queues, queue)) return 'open';
  const calendar = queues[queue]?.calendar;
  return calendar === undefined ? 'open' : world.calendarState(calendar, at);
}
