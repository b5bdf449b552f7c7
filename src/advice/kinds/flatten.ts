import { edgesInto, nodeOfKind } from '../../flow/call-flow.ts';
import { optionLabel } from '../../script/option-label.ts';
import type { MenuOption } from '../../script/script.ts';
import { arrange, type Arrangement, type Seat } from '../arrange.ts';
import { demandInSeats } from '../demand-seats.ts';
import { isProtected, type Ground, type MenuNumbers, type OnlyWay } from '../ground.ts';
import { isFixed } from '../key-seats.ts';
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
  /** Choices of the category and of all that is said behind it. */
  readonly fromHere: number;
  /** Choices of what is said behind it. */
  readonly behind: number;
}

/**
 * Saying the options of a category in its place saves its callers a menu, and all who listen past it the
 * words of the category; all behind hear its options instead.
 */
export function flattenSaving(category: Category): number {
  const { weight, constant, seconds, inside, fromHere, behind } = category;
  return weight * constant + seconds * fromHere - behind * inside;
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

function flattenOne(ground: Ground, below: MenuNumbers, way: OnlyWay): Proposal | undefined {
  const { flow, limits } = ground;
  const above = ground.menus.get(way.menu);
  const category = above?.menu.options[way.option];
  if (above === undefined || category === undefined || above.id === below.id) return undefined;
  if (isFixed(category) || isProtected(category) || below.menu.error !== undefined)
    return undefined;
  const { options } = below.menu;
  const kept = options.flatMap((option, index) =>
    isOfMenuAlone(option, above.menu.options) ? [] : [index],
  );
  const taken = kept.map((index) => options[index]).filter((option) => option !== undefined);
  if (taken.length === 0 || taken.some((option) => isFixed(option))) return undefined;
  const targets = new Set(above.menu.options.map(({ to }) => to));
  if (taken.some(({ to }) => to === below.id || targets.has(to))) return undefined;
  if (!roomIn(above.menu, limits.width, taken.length - 1)) return undefined;
  // Silence in the menu must not lead where only it leads.
  const own = new Set(taken.map(({ to }) => to));
  const isAlone = [below.menu.noInput?.to, below.menu.noMatch?.to].some(
    (to) =>
      to !== undefined &&
      !own.has(to) &&
      edgesInto(flow, to).every(({ from }) => from === below.id),
  );
  if (isAlone) return undefined;
  const inside = sum(kept.map((index) => below.seconds[index] ?? 0));
  const behind = sum(above.weights.slice(way.option + 1));
  const weight = sum(below.weights);
  const saving = flattenSaving({
    weight,
    constant: below.constant,
    seconds: above.seconds[way.option] ?? 0,
    inside,
    fromHere: weight + behind,
    behind,
  });
  return {
    saving,
    make(): Proposed | undefined {
      const seats = above.menu.options.flatMap((_, option): Seat[] =>
        option === way.option
          ? kept.map((index) => ({ menu: below.id, option: index }))
          : [{ menu: above.id, option }],
      );
      const arrangements: readonly Arrangement[] = [
        { menu: above.id, seats },
        { menu: below.id, seats: [], isLeft: true },
      ];
      const arranged = arrange(flow, arrangements);
      if (arranged === undefined) return undefined;
      const { moves, byHand } = arranged;
      const brought = kept.flatMap((option) =>
        inherited(category, { menu: below.id, option }, options[option] ?? category),
      );
      const about = {
        kind: 'flatten',
        label: optionLabel(category),
        menu: below.id,
        into: above.id,
      } as const;
      return {
        change: {
          about,
          summary: movesInWords(moves),
          edits: [...brought, ...arranged.edits, { edit: 'remove-node', id: below.id }],
          moves,
          byHand,
        },
        demand: demandInSeats(ground, arrangements),
      };
    },
  };
}

/** Menus whose options could stand in the menu above. */
export function proposeFlattening(ground: Ground): readonly Proposal[] {
  return [...ground.onlyWays].flatMap(([id, way]) => {
    const below = ground.menus.get(id);
    if (below === undefined || nodeOfKind(ground.flow, id, 'menu') === undefined) return [];
    return flattenOne(ground, below, way) ?? [];
  });
}
