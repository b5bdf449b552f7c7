import type { NodeOfKind } from '../script/script.ts';

/** Ways out of a vendor's block that mean nothing has gone wrong, by position; all where there is none. */
export function usualExits({ exits }: NodeOfKind<'opaque'>): readonly number[] {
  const indexes = [...exits.keys()];
  const good = indexes.filter((index) => {
    const trigger = exits[index]?.trigger;
    return trigger === 'next' || trigger === 'key' || trigger === 'case' || trigger === 'success';
  });
  return good.length > 0 ? good : indexes;
}
