import { rateOf, type Rate } from '../rate.ts';
import { fewInOthers, type Decisions } from './decisions.ts';

/** An option is far from the end of its menu when so much is still to be said: judgement, in seconds. */
export const farFromEnd = 5;

/**
 * Callers who hear the whole menu before they choose: presses behind its last word, of the presses for
 * options with five seconds or more of the menu still to come. Who chooses one of the last options says
 * nothing of it, as they would press at the same time either way. Options of which more than 1 % of the presses were in
 * languages that say them at another moment are left out. Nothing where times aren't known, and
 * where everybody has to hear all of it.
 */
export function fullListens({ options, saidBy, untimed, interrupts }: Decisions): Rate | undefined {
  if (untimed !== undefined || !interrupts) return undefined;
  const far = options.filter(
    ({ part, otherShare }) =>
      part !== undefined && otherShare <= fewInOthers && saidBy - part.saidBy >= farFromEnd,
  );
  const presses = far.flatMap(({ pressedAt }) => pressedAt);
  const count = (list: typeof presses) => list.reduce((sum, { times }) => sum + times, 0);
  return rateOf(count(presses.filter(({ value }) => value >= saidBy)), count(presses));
}
