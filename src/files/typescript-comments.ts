import type { Comment } from '../source/comment.ts';
import type { Source } from '../source/source.ts';
import { typescriptOptions } from './typescript-syntax.ts';

/** The comments of a TypeScript file; none where it can't be read as such. */
export async function typescriptComments({ text }: Source): Promise<readonly Comment[]> {
  const { parse } = await import('@babel/parser');
  try {
    const { comments } = parse(text, typescriptOptions);
    return (comments ?? []).map(({ value, start, end }) => ({
      start: start ?? 0,
      end: end ?? 0,
      text: value.trim(),
    }));
  } catch (error) {
    // What is wrong with the file is told where it is read.
    if (error instanceof SyntaxError || error instanceof RangeError) return [];
    throw error;
  }
}
