import { mayHoldDirectives } from '../lint/suppression-directives.ts';
import type { SuppressionResult } from '../lint/suppressions.ts';
import type { Comment } from '../source/comment.ts';
import type { Finding } from '../source/finding.ts';
import type { Source } from '../source/source.ts';
import { isTypeScript } from './is-typescript.ts';

async function commentsOf(source: Source): Promise<readonly Comment[]> {
  if (isTypeScript(source.path)) {
    const { typescriptComments } = await import('./typescript-comments.ts');
    return typescriptComments(source);
  }
  const { readComments } = await import('../source/read-comments.ts');
  return readComments(source);
}

/** Applies the suppressions of a file of any kind; most files have none, and cost nothing. */
export async function suppressInFile(
  source: Source,
  found: readonly Finding[],
  ran: () => ReadonlySet<string>,
): Promise<SuppressionResult> {
  if (!mayHoldDirectives(source.text)) return { findings: found, suppressed: [], problems: [] };
  const { applySuppressions } = await import('../lint/suppressions.ts');
  return applySuppressions(source, await commentsOf(source), found, ran());
}
