/**
 * Pinned options at their places as far as enough options come before them, the others in between: a pin
 * behind the last option stands last.
 */
export function atTheirPlaces<Item extends { readonly place: number | undefined }>(
  items: readonly Item[],
): readonly Item[] {
  const free = items.filter(({ place }) => place === undefined);
  const pinned = items
    .filter(({ place }) => place !== undefined)
    .sort((a, b) => (a.place ?? 0) - (b.place ?? 0));
  if (pinned.length === 0) return items;
  const placed: Item[] = [];
  for (const item of pinned) {
    placed.push(...free.splice(0, Math.max(0, (item.place ?? 0) - 1 - placed.length)), item);
  }
  return [...placed, ...free];
}
