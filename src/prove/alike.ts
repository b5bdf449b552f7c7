import { common, isEmpty, membersOf, without, type Bits } from './bits.ts';

/**
 * Parts a set into those that no mask tells apart, in the order of their least members, so that what
 * holds for one of a part holds for all of it.
 */
export function alike(all: Bits, masks: Iterable<Bits>): readonly Bits[] {
  let parts: Bits[] = isEmpty(all) ? [] : [all];
  for (const mask of new Set(masks)) {
    parts = parts.flatMap((part) => {
      const inside = common(part, mask);
      const outside = without(part, mask);
      return isEmpty(inside) || isEmpty(outside) ? [part] : [inside, outside];
    });
  }
  return parts.sort((a, b) => first(a) - first(b));
}

/** The least member of a set; -1 of an empty one. */
export function first(bits: Bits): number {
  for (const member of membersOf(bits)) return member;
  return -1;
}
