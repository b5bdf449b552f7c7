import { commonItems } from '../source/common-items.ts';

/** One line of a difference: kept, taken out or put in, with its numbers in both texts. */
export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
  /** From 1; in the text that has the line. */
  readonly before: number | undefined;
  readonly after: number | undefined;
}

const linesOf = (text: string): readonly string[] => text.replace(/\r?\n$/, '').split(/\r?\n/);

/** What changed between two texts, line by line. */
export function diffLines(before: string, after: string): readonly DiffLine[] {
  const [a, b] = [linesOf(before), linesOf(after)];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  const room = Math.min(a.length, b.length) - head;
  while (tail < room && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const middle = commonItems(a.slice(head, a.length - tail), b.slice(head, b.length - tail)).map(
    ([x, y]) => [x + head, y + head] as const,
  );
  const pairs = [
    ...Array.from({ length: head }, (_, index) => [index, index] as const),
    ...middle,
    ...Array.from({ length: tail }, (_, index) => {
      return [a.length - tail + index, b.length - tail + index] as const;
    }),
    [a.length, b.length] as const,
  ];
  const lines: DiffLine[] = [];
  let [x, y] = [0, 0];
  for (const [nextX, nextY] of pairs) {
    for (; x < nextX; x += 1) {
      lines.push({ kind: 'removed', text: a[x] ?? '', before: x + 1, after: undefined });
    }
    for (; y < nextY; y += 1) {
      lines.push({ kind: 'added', text: b[y] ?? '', before: undefined, after: y + 1 });
    }
    if (x < a.length && y < b.length) {
      lines.push({ kind: 'same', text: a[x] ?? '', before: x + 1, after: y + 1 });
    }
    [x, y] = [nextX + 1, nextY + 1];
  }
  return lines;
}
