import type { Place } from '../../src/source/source.ts';

/** The text that a place covers, on its first line: what carets would stand under. */
export function underlined(text: string, { start, end }: Place): string {
  const line = text.split('\n')[start.line - 1] ?? '';
  return line.slice(start.column - 1, end.line === start.line ? end.column - 1 : undefined);
}
