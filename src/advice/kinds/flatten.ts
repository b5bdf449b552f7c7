import { edgesInto, nodeOfKind } from '../../flow/call-flow.ts';
import { optionLabel } from '../../script/option-label.ts';
import type { MenuOption } from '../../script/script.ts';
import { arrange, type Arrangement, type Seat } from '../arrange.ts';
import { inBestOrder, type Placed } from './in-best-order.ts';
import { demandInSeats } from '../demand-seats.ts';
import { isProtected, type Ground, type MenuNumbers, type OnlyWay } from '../ground.ts';
import { isFixed } from '../key-seats.ts';
import { leadsSame } from '../leads-same.ts';
import { movesInWords } from '../moves-in-words.ts';
import type { ScriptEdit } from '../script-edit.ts';
import type { Proposal, Proposed } from './proposal.ts';
import { roomIn } from './room-in.ts';
import { sum } from './sum.ts';

/** A category and its menu, in seconds and choices a call. */
export interface Category {
  /** Choices in its menu. */
  readonly weight: number;
  /** To be asked once more: silence, header and press of its menu. */
  readonly constant: number;
  /** To say the category. */
  readonly seconds: number;
  /** To say its options, all of them. */
  readonly inside: number;
  /** Choices of the others before which the category is heard. */
  readonly heardBy: number;
}

/**
 * Saying the options of a category in its place saves its callers a menu, and all who hear the category
 * its words; the others of them hear its options instead.
 */
export function flattenSaving(category: Category): number {
  const { weight, constant, seconds, inside, heardBy } = category;
  return weight * constant + seconds * (weight + heardBy) - heardBy * inside;
}

/** What an option of a menu that goes brings along: what choosing the category set, and its reason. */
function inherited(category: MenuOption, seat: Seat, option: MenuOption): readonly ScriptEdit[] {
  const at = ['nodes', seat.menu, 'options', seat.option];
  const edits: ScriptEdit[] = [];
  if (category.set !== undefined) {
    const after = { ...category.set, ...option.set };
    edits.push({ edit: 'field', at, field: 'set', before: option.set, after });
  }
  if (category.reason !== undefined && option.reason === undefined) {
    edits.push({ edit: 'field', at, field: 'reason', before: undefined, after: category.reason });
  }
  return edits;
}

/** Options that only make sense in their own menu, or that the menu above has as well. */
function isOfMenuAlone(option: MenuOption, above: readonly MenuOption[]): boolean {
  if (option.do !== undefined) return true;
  const isSame = ({ to, role }: MenuOption) => to === option.to && role === option.role;
  return option.role === 'agent' && above.some(isSame);
}

function flattenOne(ground: Ground, below: MenuNumbers, way: OnlyWay): readonly Proposal[] {
  const { flow, limits } = ground;
  const above = ground.menus.get(way.menu);
  const category = above?.menu.options[way.option];
  if (above === undefined || category === undefined || above.id === below.id) return [];
  if (isFixed(category) || isProtected(category) || below.menu.error !== undefined) return [];
  const { options } = below.menu;
  const kept = options.flatMap((option, index) =>
    isOfMenuAlone(option, above.menu.options) ? [] : [index],
  );
  const taken = kept.map((index) => options[index]).filter((option) => option !== undefined);
  if (taken.length === 0 || taken.some((option) => isFixed(option))) return [];
  if (
    taken.some(
      (option) =>
        option.to === below.id || above.menu.options.some((own) => leadsSame(own, option)),
    )
  )
    return [];
  if (!roomIn(above.menu, limits.width, taken.length - 1)) return [];
  // Silence in the menu must not lead where only it leads.
  const own = new Set(taken.map(({ to }) => to));
  const isAlone = [below.menu.noInput?.to, below.menu.noMatch?.to].some(
    (to) =>
      to !== undefined &&
      !own.has(to) &&
      edgesInto(flow, to).every(({ from }) => from === below.id),
  );
  if (isAlone) return [];
  const q = above.fullListenShare;
  const inside = sum(kept.map((index) => below.seconds[index] ?? 0));
  const behind = sum(above.weights.slice(way.option + 1));
  const weight = sum(below.weights);
  const others = sum(above.weights) - (above.weights[way.option] ?? 0);
  const saving = flattenSaving({
    ...{ weight, constant: below.constant, seconds: above.seconds[way.option] ?? 0, inside },
    heardBy: q * others + (1 - q) * behind,
  });
  const placed = (numbers: MenuNumbers, index: number): Placed => ({
    seat: { menu: numbers.id, option: index },
    seconds: numbers.seconds[index] ?? 0,
    weight: numbers.weights[index] ?? 0,
    isFixed: isFixed(numbers.menu.options[index] ?? category),
  });
  const inPlace = above.menu.options.flatMap((_, option) =>
    option === way.option ? kept.map((index) => placed(below, index)) : [placed(above, option)],
  );
  const visits = (ground.demand.nodes.get(above.id)?.visits ?? 0) / ground.demand.calls;
  const ordered = inBestOrder(inPlace, q, visits);
  const propose = (list: readonly Placed[], more: number): Proposal => ({
    saving: saving + more,
    settles: [above.id, below.id],
    make(): Proposed | undefined {
      const arrangements: readonly Arrangement[] = [
        { menu: above.id, seats: list.map(({ seat }) => seat) },
        { menu: below.id, seats: [], isLeft: true },
      ];
      const arranged = arrange(flow, arrangements);
      if (arranged === undefined) return undefined;
      const { moves, byHand } = arranged;
      const brought = kept.flatMap((option) =>
        inherited(category, { menu: below.id, option }, options[option] ?? category),
      );
      const label = optionLabel(category);
      return {
        change: {
          about: { kind: 'flatten', label, menu: below.id, into: above.id },
          summary: movesInWords(moves),
          edits: [...brought, ...arranged.edits, { edit: 'remove-node', id: below.id }],
          moves,
          byHand,
        },
        demand: demandInSeats(ground, arrangements),
      };
    },
  });
  return [
    propose(inPlace, 0),
    ...(ordered === undefined ? [] : [propose(ordered.placed, ordered.saving)]),
  ];
}

/** Menus whose options could stand in the menu above. */
export function proposeFlattening(ground: Ground): readonly Proposal[] {
  return [...ground.onlyWays].flatMap(([id, way]) => {
    const below = ground.menus.get(id);
    if (below === undefined || nodeOfKind(ground.flow, id, 'menu') === undefined) return [];
    return flattenOne(ground, below, way);
  });
}
