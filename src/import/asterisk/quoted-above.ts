import type { Source } from '../../source/source.ts';

/** Longer comments are no prompt. */
const longest = 600;

/**
 * What a comment on the line right above says, where it is a whole sentence in quotes and nothing else:
 * `; "For sales, press 1."`. Then it is what the recording below says.
 */
export function quotedAbove({ text }: Source, offset: number): string | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1);
  if (lineStart <= 0) return undefined;
  const before = text.lastIndexOf('\n', lineStart - 1) + 1;
  if (lineStart - before > longest) return undefined;
  const line = text.slice(before, lineStart).trim();
  const quoted = /^;+[ \t]*(?:"([^"]+)"|“([^”]+)”)$/.exec(line);
  const words = (quoted?.[1] ?? quoted?.[2])?.trim();
  return words?.includes(' ') === true ? words : undefined;
}
