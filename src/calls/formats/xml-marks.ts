/** Where a tag of that name begins: its name ends there, so that `<cdr` is not found in `<cdrs>`. */
export function tagIn(text: string, tag: string, from: number): number {
  for (let at = text.indexOf(tag, from); at >= 0; at = text.indexOf(tag, at + 1)) {
    if (/[\s/>]/.test(text.charAt(at + tag.length))) return at;
  }
  return -1;
}

const lineEnd = /\r\n|\n|\r/g;

/** How many lines end in a text. */
export const linesIn = (text: string): number => text.match(lineEnd)?.length ?? 0;

/** The lines between records on which something stands that is neither markup nor blank. */
export function foreignLines(text: string, first: number): readonly number[] {
  const found: number[] = [];
  let line = first;
  for (const [index, part] of text.split('<').entries()) {
    const behind = index === 0 ? 0 : part.indexOf('>') + 1;
    line += linesIn(part.slice(0, behind));
    const lines = part.slice(behind).split(lineEnd);
    lines.forEach((words, below) => {
      if (/[^\s\uFEFF]/.test(words)) found.push(line + below);
    });
    line += lines.length - 1;
  }
  return found;
}

/** Whether a text begins with that element, or with markup around such elements. */
export function beginsWithElement(text: string, element: string): boolean {
  const at = tagIn(text, `<${element}`, 0);
  return at >= 0 && foreignLines(text.slice(0, at), 1).length === 0;
}
