import { diffLines, type DiffLine } from './diff-lines.ts';
import { plain, type Paint } from './paint.ts';
import { printable } from '../source/code-frame.ts';

/** Lines shown around each change. */
const context = 2;

function written({ kind, text }: DiffLine, paint: Paint): string {
  const line = printable(text);
  switch (kind) {
    case 'same':
      return ` ${line}`.trimEnd();
    case 'removed':
      return paint.red(`-${line}`);
    case 'added':
      return paint.green(`+${line}`);
  }
}

/**
 * What changed between two texts, for people: changed lines with two lines around them, in the manner
 * of a unified diff. Empty when nothing changed.
 */
export function diffToText(before: string, after: string, paint: Paint = plain): string {
  const lines = diffLines(before, after);
  const isShown = new Array<boolean>(lines.length).fill(false);
  lines.forEach(({ kind }, index) => {
    if (kind !== 'same') isShown.fill(true, Math.max(0, index - context), index + context + 1);
  });
  const shown: string[] = [];
  lines.forEach((line, index) => {
    if (isShown[index] !== true) return;
    if (isShown[index - 1] !== true) {
      const at =
        line.before ?? lines.slice(index).find((next) => next.before !== undefined)?.before;
      shown.push(paint.cyan(at === undefined ? '@@ end @@' : `@@ line ${at} @@`));
    }
    shown.push(written(line, paint));
  });
  return shown.length === 0 ? '' : `${shown.join('\n')}\n`;
}
