/** Longer texts are prompts and notes, which seldom stand twice. */
const longest = 64;
const [leastSlots, mostSlots] = [1 << 6, 1 << 16];
/** In files that hold menus, about one text of its own stands on so many characters. */
const charactersPerSlot = 64;

/** Gives a part of a text by its extent and a hash of its characters. */
export type TextPool = (start: number, end: number, hash: number) => string;

/**
 * Gives equal short parts of a text as one and the same string, nearly always. Ids stand in many places,
 * and what is looked up by them is found sooner where it needn't be compared letter by letter. Of two
 * texts that want the same slot, the later takes it, so hostile hashes cost nothing.
 */
export function createTextPool(text: string): TextPool {
  let slots = leastSlots;
  while (slots < mostSlots && slots * charactersPerSlot < text.length) slots *= 2;
  const known = new Array<string>(slots).fill('');
  return (start, end, hash) => {
    if (end - start > longest) return text.slice(start, end);
    const slot = (hash ^ (hash >>> 16)) & (slots - 1);
    const there = known[slot] ?? '';
    if (there.length === end - start && text.startsWith(there, start)) return there;
    const part = text.slice(start, end);
    known[slot] = part;
    return part;
  };
}
