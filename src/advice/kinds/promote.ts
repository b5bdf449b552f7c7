import { choosesLanguage, isLanguageMenu } from '../../flow/main-menus.ts';
import { optionLabel } from '../../script/option-label.ts';
import { arrange, type Arrangement, type Seat } from '../arrange.ts';
import { demandInSeats } from '../demand-seats.ts';
import { isProtected, menusAbove, type Ground, type MenuNumbers } from '../ground.ts';
import { isFixed } from '../key-seats.ts';
import { leadsSame } from '../leads-same.ts';
import { movesInWords } from '../moves-in-words.ts';
import { inBestOrder, type Placed } from './in-best-order.ts';
import type { Proposal, Proposed } from './proposal.ts';
import { lastPlace, roomIn } from './room-in.ts';
import { sum } from './sum.ts';

/** What lifting an option changes, in seconds and choices a call. */
export interface Lift {
  /** To choose it today, from the menu above on, and there at its new place. */
  readonly before: number;
  readonly after: number;
  readonly weight: number;
  /** Its own seconds. */
  readonly seconds: number;
  /** Choices before which it is heard at its new place, and was at its old one, its own left out. */
  readonly heardNew: number;
  readonly heardOld: number;
}

/**
 * Lifting saves its callers the way to it, costs its seconds to all who hear it at its new place, and
 * saves them to those who heard it at its old one; a shortcut leaves it where it was, too.
 */
function liftSaving(
  { before, after, weight, seconds, heardNew, heardOld }: Lift,
  staysBelow: boolean,
): number {
  return weight * (before - after) - seconds * heardNew + (staysBelow ? 0 : seconds * heardOld);
}

/** Seconds heard before a choice, and choices before which an option is heard. */
const heardUpTo = ({ seconds, fullListenShare }: MenuNumbers, option: number): number =>
  fullListenShare * sum(seconds) + (1 - fullListenShare) * sum(seconds.slice(0, option + 1));
const heardBy = (others: readonly number[], place: number, fullListenShare: number): number =>
  fullListenShare * sum(others) + (1 - fullListenShare) * sum(others.slice(place));

/** The options of a menu as they stand, with the choices that they will have. */
const placedIn = ({ id, menu, seconds }: MenuNumbers, weights: readonly number[]) =>
  menu.options.map((option, index): Placed => ({
    seat: { menu: id, option: index },
    seconds: seconds[index] ?? 0,
    weight: weights[index] ?? 0,
    isFixed: isFixed(option),
  }));

/** Where an option fits best among others that keep their order: least listening for all. */
function bestPlace(above: MenuNumbers, weights: readonly number[], lifted: Placed): number {
  const end = lastPlace(above.menu.options);
  let [best, least] = [end, Infinity];
  for (let place = 0; place <= end; place += 1) {
    const heard = sum(above.seconds.slice(0, place)) + lifted.seconds;
    const cost = lifted.weight * heard + lifted.seconds * sum(weights.slice(place));
    if (cost < least - 1e-12) [best, least] = [place, cost];
  }
  return best;
}

/** All ways of lifting one option to the menus above it. */
function lifts(ground: Ground, below: MenuNumbers, option: number): readonly Proposal[] {
  const { flow, limits, demand } = ground;
  const lifted = below.menu.options[option];
  const [weight, seconds] = [below.weights[option] ?? 0, below.seconds[option] ?? 0];
  if (lifted === undefined || isFixed(lifted) || isProtected(lifted) || weight === 0) return [];
  const proposals: Proposal[] = [];
  let before = below.constant + heardUpTo(below, option);
  for (const [level, way] of menusAbove(ground, below.id).entries()) {
    const above = ground.menus.get(way.menu);
    if (above === undefined || above.menu.options.some((own) => leadsSame(own, lifted))) break;
    const wayOption = above.menu.options[way.option];
    // What a choice on the way sets would be missing, and so would the language.
    if (wayOption === undefined || wayOption.set !== undefined) break;
    if (choosesLanguage(wayOption) || isLanguageMenu(above.menu)) break;
    before += above.constant + heardUpTo(above, way.option);
    if (!roomIn(above.menu, limits.width, 1)) continue;
    const q = above.fullListenShare;
    const weights = above.weights.map((own, index) => (index === way.option ? own - weight : own));
    const seat: Seat = { menu: below.id, option };
    const own: Placed = { seat, seconds, weight, isFixed: false };
    const place = bestPlace(above, weights, own);
    const heard = q * sum(above.seconds) + (1 - q) * sum(above.seconds.slice(0, place));
    const belowOthers = below.weights.map((times, index) => (index === option ? 0 : times));
    const lift: Lift = {
      ...{ before, after: above.constant + heard + seconds, weight, seconds },
      heardNew: heardBy(weights, place, q),
      heardOld: heardBy(belowOthers, option + 1, below.fullListenShare),
    };
    const inPlace = placedIn(above, weights).toSpliced(place, 0, own);
    const visits = (demand.nodes.get(above.id)?.visits ?? 0) / demand.calls;
    const ordered = inBestOrder(inPlace, q, visits);
    const remaining = below.menu.options.flatMap((_, index): Seat[] =>
      index === option ? [] : [{ menu: below.id, option: index }],
    );
    const propose = (placed: readonly Placed[], more: number, staysBelow: boolean): Proposal => ({
      saving: liftSaving(lift, staysBelow) + more,
      settles: [above.id, below.id],
      make(): Proposed | undefined {
        const seats = placed.map((one) =>
          one === own && staysBelow ? { ...one.seat, isCopy: true } : one.seat,
        );
        const arrangements: readonly Arrangement[] = [
          { menu: above.id, seats },
          ...(staysBelow ? [] : [{ menu: below.id, seats: remaining }]),
        ];
        const arranged = arrange(flow, arrangements);
        if (arranged === undefined) return undefined;
        const kind = staysBelow ? 'duplicate' : level === 0 ? 'promote' : 'move';
        const about = { kind, label: optionLabel(lifted), menu: below.id, to: above.id } as const;
        const { edits, moves, byHand } = arranged;
        return {
          change: { about, summary: movesInWords(moves), edits, moves, byHand },
          demand: demandInSeats(ground, arrangements),
        };
      },
    });
    for (const staysBelow of [false, true]) {
      proposals.push(propose(inPlace, 0, staysBelow));
      if (ordered !== undefined)
        proposals.push(propose(ordered.placed, ordered.saving, staysBelow));
    }
  }
  return proposals;
}

/** Options that could stand in a menu nearer to the caller. */
export function proposeLifts(ground: Ground): readonly Proposal[] {
  return [...ground.menus.values()].flatMap((below) =>
    below.menu.options.flatMap((_, option) => lifts(ground, below, option)),
  );
}
