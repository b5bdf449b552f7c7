import type { CallFlow } from '../../flow/call-flow.ts';
import { reachableWithout } from '../../flow/reach-without.ts';
import { exactUpperBound } from '../../insight/exact-bounds.ts';
import { deadBelow, fewestOffers } from '../../insight/timing/option-use.ts';
import type { NodeId } from '../../script/names.ts';
import { optionLabel } from '../../script/option-label.ts';
import { pinReason } from '../../script/pinned-option.ts';
import type { MenuOption } from '../../script/script.ts';
import { grouped, plural } from '../../source/plural.ts';
import { arrange, type Arrangement, type Seat } from '../arrange.ts';
import { demandInSeats, moveDemand } from '../demand-seats.ts';
import { isProtected, targetOf, type Ground, type MenuNumbers } from '../ground.ts';
import { movesInWords } from '../moves-in-words.ts';
import type { Proposal } from './proposal.ts';
import { sum } from './sum.ts';

/** An option that hardly anyone wants, and where those few go instead. */
export interface Pruned {
  readonly seconds: number;
  readonly weight: number;
  /** Choices of the others before which it is heard. */
  readonly heardBy: number;
  /** To choose it today, and to choose what its callers take instead, without it. */
  readonly before: number;
  readonly after: number;
}

/** Its seconds, for all who hear it, less what its own callers lose or gain. */
export function pruneSaving({ seconds, weight, heardBy, before, after }: Pruned): number {
  return seconds * heardBy + weight * (before - after);
}

const heardUpTo = ({ seconds, fullListenShare: q }: MenuNumbers, option: number): number =>
  q * sum(seconds) + (1 - q) * sum(seconds.slice(0, option + 1));

/** The option that callers of a dead one take: the person of the menu. */
const insteadOf = (options: readonly MenuOption[]): number =>
  options.findIndex(({ role, to }) => role === 'agent' && to !== undefined);

/** Whether calls still come to where an option leads when it is gone; a way back from there is none. */
function isReachedBesides(flow: CallFlow, menu: NodeId, option: number, to: NodeId): boolean {
  const starts = flow.entries.map(({ start }) => start);
  const isGone = (edge: { readonly from: NodeId; readonly option?: number | undefined }) =>
    edge.from === menu && edge.option === option;
  return reachableWithout(flow, starts, () => false, isGone).has(to);
}

function pruneOne(ground: Ground, numbers: MenuNumbers, option: number): Proposal | undefined {
  const { flow, demand } = ground;
  const { id, menu, seconds, weights, fullListenShare: q } = numbers;
  const dead = menu.options[option];
  if (dead === undefined || isProtected(dead)) return undefined;
  const pinned = pinReason(dead, true);
  if (pinned !== undefined && pinned !== 'no-key') return undefined;
  const calls = demand.nodes.get(id)?.calls ?? 0;
  const times = demand.nodes.get(id)?.choices[option] ?? 0;
  if (calls < fewestOffers || exactUpperBound(Math.min(times, calls), calls) > deadBelow)
    return undefined;
  const instead = insteadOf(menu.options);
  if (instead < 0 || menu.options.length < 3) return undefined;
  const target = targetOf(flow, dead.to);
  if (dead.to === undefined || target === undefined || isProtected(target)) return undefined;
  if (!isReachedBesides(flow, id, option, dead.to)) return undefined;
  const own = seconds[option] ?? 0;
  const others = weights.map((weight, index) => (index === option ? 0 : weight));
  const without = heardUpTo(numbers, instead) - own * (instead > option ? 1 : q);
  const saving = pruneSaving({
    seconds: own,
    weight: weights[option] ?? 0,
    heardBy: q * sum(others) + (1 - q) * sum(others.slice(option + 1)),
    before: heardUpTo(numbers, option),
    after: without,
  });
  return {
    saving,
    settles: [id],
    make() {
      const seats = menu.options.flatMap((_, index): Seat[] =>
        index === option ? [] : [{ menu: id, option: index }],
      );
      const arrangements: readonly Arrangement[] = [{ menu: id, seats }];
      const arranged = arrange(flow, arrangements);
      if (arranged === undefined) return undefined;
      const { edits, moves, byHand } = arranged;
      const rerouted = moveDemand(demand);
      const counts = rerouted.of(id);
      if (counts !== undefined) {
        counts.choices[instead] = (counts.choices[instead] ?? 0) + times;
        counts.choices[option] = 0;
      }
      const keys = movesInWords(moves);
      const said = `chosen by ${grouped(times)} of ${plural(calls, 'call')}`;
      return {
        change: {
          about: { kind: 'prune', label: optionLabel(dead), menu: id },
          summary: keys === '' ? said : `${said}; ${keys}`,
          ...{ edits, moves, byHand },
        },
        demand: demandInSeats({ ...ground, demand: rerouted.done() }, arrangements),
      };
    },
  };
}

/** Options that hardly anyone chooses, and that neither law nor a role keeps. */
export function proposePruning(ground: Ground): readonly Proposal[] {
  return [...ground.menus.values()].flatMap((numbers) =>
    numbers.menu.options.flatMap((_, option) => pruneOne(ground, numbers, option) ?? []),
  );
}
