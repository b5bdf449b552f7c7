import type { Tree } from '../../source/tree.ts';

/** Just behind the last character of a value; readers let block values end behind their comments. */
export function lastCharacter(text: string, tree: Tree): number {
  let here = tree;
  for (;;) {
    const isBracketed = '{[*'.includes(text[here.start] ?? ' ');
    if (here.kind === 'scalar' || isBracketed) {
      const written = text.slice(here.start, here.end);
      return here.end - (/\r?\n$/.exec(written)?.[0].length ?? 0);
    }
    if (here.kind === 'list') {
      const last = here.items.at(-1);
      if (last === undefined) return here.end;
      here = last;
    } else {
      const last = here.fields.at(-1);
      if (last === undefined) return here.end;
      if (last.value.start === last.value.end) return last.nameExtent.end;
      here = last.value;
    }
  }
}
