import { isProtected, menusAbove, type Ground, type MenuNumbers } from '../ground.ts';
import { arrange, type Arrangement, type Seat } from '../arrange.ts';
import { demandInSeats } from '../demand-seats.ts';
import { isFixed } from '../key-seats.ts';
import { optionLabel } from '../../script/option-label.ts';
import { movesInWords } from '../moves-in-words.ts';
import { lastPlace, roomIn } from './room-in.ts';
import { sum } from './sum.ts';
import type { Proposal, Proposed } from './proposal.ts';

/** What lifting an option changes, in seconds and choices a call. */
export interface Lift {
  /** To choose it today, from the menu above on, and there at its new place. */
  readonly before: number;
  readonly after: number;
  readonly weight: number;
  /** Its own seconds. */
  readonly seconds: number;
  /** Choices of what stands behind its new place, callers of the option itself not counted. */
  readonly behindNew: number;
  /** Choices of what stood behind it. */
  readonly behindOld: number;
}

/**
 * Lifting saves its callers the way to it, costs its seconds to all behind its new place, and saves them
 * to those behind its old one; a shortcut leaves it where it was, too.
 */
export function liftSaving(
  { before, after, weight, seconds, behindNew, behindOld }: Lift,
  staysBelow: boolean,
): number {
  return weight * (before - after) - seconds * behindNew + (staysBelow ? 0 : seconds * behindOld);
}

const heardUpTo = ({ seconds }: MenuNumbers, option: number): number =>
  sum(seconds.slice(0, option + 1));

/** Where an option fits best among others that keep their order: least listening for all. */
function bestPlace(
  above: MenuNumbers,
  weights: readonly number[],
  weight: number,
  seconds: number,
): number {
  const end = lastPlace(above.menu.options);
  let [best, least] = [end, Infinity];
  for (let place = 0; place <= end; place += 1) {
    const heard = sum(above.seconds.slice(0, place)) + seconds;
    const cost = weight * heard + seconds * sum(weights.slice(place));
    if (cost < least - 1e-12) [best, least] = [place, cost];
  }
  return best;
}

/** All ways of lifting one option to the menus above it. */
function lifts(ground: Ground, below: MenuNumbers, option: number): readonly Proposal[] {
  const { flow, limits } = ground;
  const lifted = below.menu.options[option];
  const [weight, seconds] = [below.weights[option] ?? 0, below.seconds[option] ?? 0];
  if (lifted === undefined || isFixed(lifted) || isProtected(lifted) || weight === 0) return [];
  const proposals: Proposal[] = [];
  let before = below.constant + heardUpTo(below, option);
  for (const [level, way] of menusAbove(ground, below.id).entries()) {
    const above = ground.menus.get(way.menu);
    if (above === undefined || above.menu.options.some(({ to }) => to === lifted.to)) break;
    const wayOption = above.menu.options[way.option];
    // What a choice sets on the way would be missing.
    if (wayOption === undefined || wayOption.set !== undefined) break;
    before += above.constant + heardUpTo(above, way.option);
    if (!roomIn(above.menu, limits.width, 1)) continue;
    const weights = above.weights.map((own, index) => (index === way.option ? own - weight : own));
    const place = bestPlace(above, weights, weight, seconds);
    const after = above.constant + sum(above.seconds.slice(0, place)) + seconds;
    const behindOld = sum(below.weights.slice(option + 1));
    const behindNew = sum(weights.slice(place));
    const lift: Lift = { before, after, weight, seconds, behindNew, behindOld };
    const about = { label: optionLabel(lifted), menu: below.id, to: above.id };
    const own = above.menu.options.map((_, index): Seat => ({ menu: above.id, option: index }));
    const remaining = below.menu.options.flatMap((_, index): Seat[] =>
      index === option ? [] : [{ menu: below.id, option: index }],
    );
    const propose = (staysBelow: boolean): Proposal => ({
      saving: liftSaving(lift, staysBelow),
      make(): Proposed | undefined {
        const seat: Seat = { menu: below.id, option, isCopy: staysBelow };
        const arrangements: readonly Arrangement[] = [
          { menu: above.id, seats: own.toSpliced(place, 0, seat) },
          ...(staysBelow ? [] : [{ menu: below.id, seats: remaining }]),
        ];
        const arranged = arrange(flow, arrangements);
        if (arranged === undefined) return undefined;
        const kind = staysBelow ? 'duplicate' : level === 0 ? 'promote' : 'move';
        const { edits, moves, byHand } = arranged;
        return {
          change: { about: { kind, ...about }, summary: movesInWords(moves), edits, moves, byHand },
          demand: demandInSeats(ground, arrangements),
        };
      },
    });
    proposals.push(propose(false), propose(true));
  }
  return proposals;
}

/** Options that could stand in a menu nearer to the caller. */
export function proposeLifts(ground: Ground): readonly Proposal[] {
  return [...ground.menus.values()].flatMap((below) =>
    below.menu.options.flatMap((_, option) => lifts(ground, below, option)),
  );
}
