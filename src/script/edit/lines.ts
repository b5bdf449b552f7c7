/** The offset at which the line around an offset begins. */
export function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), -1) + 1;
}

/** The offset behind the last character of the line around an offset, before its line end. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end < 0) return text.length;
  return end > offset && text[end - 1] === '\r' ? end - 1 : end;
}

/** The offset at which the next line begins, or nothing on the last line. */
export function nextLine(text: string, offset: number): number | undefined {
  const end = text.indexOf('\n', offset);
  return end < 0 ? undefined : end + 1;
}

/** How many blanks a text begins with. */
export function indentOf(line: string): number {
  return /^[ \t]*/.exec(line)?.[0].length ?? 0;
}
