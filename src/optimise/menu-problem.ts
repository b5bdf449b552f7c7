import type { MenuConstants, MenuItem } from './menu-seconds.ts';

/** Something that callers call for: what stands at the end of a way through a menu. */
export interface MenuLeaf {
  /** Calls for it, or their share. */
  readonly weight: number;
  /** Seconds that its option takes to say, without the pause behind it. */
  readonly seconds: number;
  /** Seconds of its callers that no menu changes; 0 if nothing is said. */
  readonly extra?: number;
  /** Leaves of one group may share a category, where only groups are allowed. */
  readonly group?: number | undefined;
  /** True if it must be offered in the first menu. */
  readonly isFirst?: boolean;
  /**
   * The place that it must have in the first menu, from 1. Where fewer options come before it, it
   * stands last.
   */
  readonly place?: number | undefined;
}

/** What a menu costs besides its options, and the silence behind each of them. */
export interface TreeConstants extends MenuConstants {
  /** Seconds of silence behind an option. */
  readonly pause: number;
  /** Menus of up to so many options have no such pauses. */
  readonly optionsWithoutPause: number;
}

/** The menu that callers come to first, or one behind it. */
export type MenuRank = 'first' | 'inner';

/** Which menu lies so deep in a tree; the first is at 1. */
export const rankAt = (depth: number): MenuRank => (depth === 1 ? 'first' : 'inner');

/**
 * The seconds that a category takes to say, without the pause: one number, or by its leaves (positions
 * in ascending order) and the menu that it stands in. The same leaves must give the same seconds.
 */
export type CategorySeconds = number | ((leaves: readonly number[], rank: MenuRank) => number);

/** What is asked: the best menu tree for these leaves, within these limits. */
export interface MenuProblem {
  readonly leaves: readonly MenuLeaf[];
  readonly constants: TreeConstants;
  readonly categorySeconds: CategorySeconds;
  /** No category takes less to say than this. Where it is one number: that. */
  readonly leastCategorySeconds: number;
  /** No category takes longer to say than this. */
  readonly mostCategorySeconds: number;
  /** Options of a menu at most. */
  readonly width: number;
  /** Menus on the way to a leaf at most; `Infinity` for no limit. */
  readonly depth: number;
  /**
   * `any`: every set of leaves may share a category. `groups`: only leaves of one group, and a menu has
   * at most one category of leaves of a group unless all that stands in it is of that group. Leaves
   * without a group count as one group.
   */
  readonly allowed: 'any' | 'groups';
  /** True if the leaves are to be offered in their order, whatever menus they stand in. */
  readonly keepsOrder?: boolean;
  /**
   * An option that every menu says behind all others, on a key of its own that doesn't count for the
   * width: a person. Its callers choose it in the first menu; its seconds are without the pause.
   */
  readonly last?: MenuItem | undefined;
}

/** The seconds that a category takes to say. */
export function categorySeconds(
  { categorySeconds: seconds }: Pick<MenuProblem, 'categorySeconds'>,
  leaves: readonly number[],
  rank: MenuRank,
): number {
  return typeof seconds === 'number' ? seconds : seconds(leaves, rank);
}

/** What is said last counts as an option where silence between them is asked for. */
const saidLast = ({ last }: Pick<MenuProblem, 'last'>): number => (last === undefined ? 0 : 1);

/** Menus of up to so many options, beside what is said last, have no silence between them. */
export const optionsUnpaused = (problem: Pick<MenuProblem, 'last' | 'constants'>): number =>
  Math.max(0, Math.floor(problem.constants.optionsWithoutPause) - saidLast(problem));

/** The silence behind each option of a menu with so many, beside what is said last. */
export const pauseIn = (
  options: number,
  problem: Pick<MenuProblem, 'last' | 'constants'>,
): number => (options > optionsUnpaused(problem) ? problem.constants.pause : 0);

/** All calls, or all their shares. */
export const totalWeight = ({ leaves, last }: Pick<MenuProblem, 'leaves' | 'last'>): number =>
  leaves.reduce((total, { weight }) => total + weight, last?.weight ?? 0);

/** True for a leaf that can stand in the first menu only. */
export const standsFirst = ({ isFirst, place }: MenuLeaf): boolean =>
  isFirst === true || place !== undefined;
