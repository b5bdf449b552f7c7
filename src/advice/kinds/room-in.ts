import type { MenuOption, NodeOfKind } from '../../script/script.ts';
import { isFixed } from '../key-seats.ts';

/** Whether a menu may have so many choices more; ways around, such as repeating, are none. */
export function roomIn({ options }: NodeOfKind<'menu'>, width: number, more: number): boolean {
  return options.filter((option) => option.do === undefined).length + more <= width;
}

/** The last place that a further option can have: before those that stand at the end for good. */
export function lastPlace(options: readonly MenuOption[]): number {
  return options.findLastIndex((option) => !isFixed(option)) + 1;
}
