import { isSeparatorLine } from '../source/separator-line.ts';
import type { LineBatch } from './text-lines.ts';

const isBlank = (line: string): boolean => line.trim() === '';

/**
 * The place of the line in which a log's header or its first record begins: the first that isn't blank, or
 * the one behind it where that is a `sep=;`. As many as there are lines where there is none.
 */
export function headerLine(lines: readonly string[]): number {
  const first = lines.findIndex((line) => !isBlank(line));
  if (first < 0) return lines.length;
  if (!isSeparatorLine(lines[first] ?? '')) return first;
  const behind = lines.slice(first + 1).findIndex((line) => !isBlank(line));
  return behind < 0 ? lines.length : first + 1 + behind;
}

/** The same lines, with a blank one for a `sep=;` before the header: what stands behind keeps its number. */
export async function* withoutSeparatorLine(
  batches: AsyncIterable<LineBatch>,
): AsyncGenerator<LineBatch> {
  let isBefore = true;
  for await (const batch of batches) {
    const at: number = isBefore ? batch.lines.findIndex((line) => !isBlank(line)) : -1;
    isBefore &&= at < 0;
    const isNoRow = at >= 0 && isSeparatorLine(batch.lines[at] ?? '');
    yield isNoRow ? { ...batch, lines: batch.lines.with(at, '') } : batch;
  }
}
