import type { ConfText } from '../../source/conf-file.ts';

/** A part of a text without the blanks around it, with its own place. */
export function partOf(whole: ConfText, from: number, to: number): ConfText {
  let first = from;
  let last = to;
  while (first < last && whole.text.charCodeAt(first) <= 32) first += 1;
  while (last > first && whole.text.charCodeAt(last - 1) <= 32) last -= 1;
  return {
    text: whole.text.slice(first, last),
    offsets: (index) => whole.offsets(first + Math.min(index, last - first)),
    start: whole.offsets(first),
    end: last === first ? whole.offsets(first) : whole.offsets(last - 1) + 1,
  };
}

/** The parts of a text that a sign divides, wherever it stands; at most so many, the rest in the last. */
export function partsOf(whole: ConfText, sign: string, most: number): readonly ConfText[] {
  const parts: ConfText[] = [];
  let start = 0;
  while (parts.length + 1 < most) {
    const at = whole.text.indexOf(sign, start);
    if (at === -1) break;
    parts.push(partOf(whole, start, at));
    start = at + 1;
  }
  return [...parts, partOf(whole, start, whole.text.length)];
}
