import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { readOutline, type Expression, type Outline } from './typescript-syntax.ts';

/** An expression with the file that it stands in. */
export interface WrittenExpression {
  readonly outline: Outline;
  readonly expression: Expression | undefined;
}

/** The files that an import may mean, as it is written. */
function candidatesOf(from: string): readonly string[] {
  return [from, from.replace(/\.(m|c)?js$/, '.$1ts'), `${from}.ts`, `${from}/index.ts`];
}

/**
 * Follows a name to the file beside it that exports it, so that what is wrong there is shown there.
 * Only one step, and only where the text tells: else the expression stays where it was.
 */
export async function findImported(
  outline: Outline,
  absolutePath: string,
  expression: Expression | undefined,
): Promise<WrittenExpression> {
  const here = { outline, expression };
  if (expression?.type !== 'Identifier') return here;
  const imported = outline.imports.get(expression.name);
  if (imported?.from.startsWith('.') !== true) return here;
  for (const candidate of candidatesOf(imported.from)) {
    let text: string;
    try {
      text = await readFile(resolve(dirname(absolutePath), candidate), 'utf8');
    } catch {
      continue;
    }
    const path = join(dirname(outline.source.path), candidate);
    const there = await readOutline({ path, text });
    const exported = 'reason' in there ? undefined : there.exports.get(imported.name);
    return 'reason' in there || exported === undefined
      ? here
      : { outline: there, expression: exported };
  }
  return here;
}
