import type { MenuOption } from '../script/script.ts';
import { isSameValue } from '../source/same-value.ts';

/** Whether two options get callers the same: where they lead, and what choosing them sets. */
export function leadsSame(a: MenuOption, b: MenuOption): boolean {
  return a.to === b.to && a.language === b.language && isSameValue(a.set, b.set);
}
