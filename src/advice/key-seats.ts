import { pinReason } from '../script/pinned-option.ts';
import type { MenuOption } from '../script/script.ts';

/** Whether an option keeps its place and its key, whatever the demand. */
export const isFixed = (option: MenuOption): boolean => pinReason(option, true) !== undefined;

/** Where the options begin that stand at the end of a menu for good. */
function tailOf(options: readonly MenuOption[]): number {
  return options.findLastIndex((option) => !isFixed(option)) + 1;
}

/**
 * Whether options that must keep their places keep them: those at the end stay at the end, the others
 * stay where they are counted from the first.
 */
export function keepsPlaces(before: readonly MenuOption[], after: readonly MenuOption[]): boolean {
  const tail = tailOf(before);
  const last = before.slice(tail);
  const end = after.length - last.length;
  return (
    last.every((option, index) => after[end + index] === option) &&
    before.every((option, index) => index >= tail || !isFixed(option) || after[index] === option)
  );
}

/** Keys of a phone that options are numbered with. */
const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/**
 * The keys of a menu's options in a new order: fixed options keep theirs, the others get the keys that
 * there were, in their order, more if they are more, fewer if they are fewer, with no gap. Nothing where
 * the phone has not enough keys.
 */
export function keysFor(
  before: readonly MenuOption[],
  after: readonly MenuOption[],
): readonly (string | undefined)[] | undefined {
  const own = new Set(before);
  const isFree = (option: MenuOption) => !own.has(option) || !isFixed(option);
  const pool = before.filter((option) => !isFixed(option)).flatMap(({ key }) => key ?? []);
  const wanted = after.filter(isFree).length;
  const kept = before.filter(isFixed).flatMap(({ key }) => key ?? []);
  const taken = [...pool, ...kept];
  const spare = digits.filter((digit) => !taken.some((key) => key.startsWith(digit)));
  if (wanted > pool.length + spare.length) return undefined;
  const keys =
    wanted === pool.length
      ? pool
      : [...pool, ...spare.slice(0, Math.max(0, wanted - pool.length))]
          .sort((a, b) => Number(a) - Number(b) || (a < b ? -1 : 1))
          .slice(0, wanted);
  const next = keys.values();
  return after.map((option) => (isFree(option) ? next.next().value : option.key));
}
