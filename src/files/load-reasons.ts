import type { ReasonTable } from '../design/wanted-reason.ts';
import { fileKinds } from '../import/file-kinds.ts';
import type { Finding } from '../source/finding.ts';
import { brokenFile } from './load-config.ts';
import { otherKind } from './other-kind.ts';
import { readSource } from './read-source.ts';

/** A table of contact reasons, and what in it doesn't stop the work. */
export interface LoadedReasons {
  readonly table: ReasonTable;
  readonly warnings: readonly Finding[];
}

/** More mistakes than this are of one kind, and told well enough. */
const mostTold = 20;

/**
 * A table of contact reasons; rows that name no language are in the given one. Throws an IvrError
 * `config-broken` that tells what is wrong in it, row by row, up to 20 mistakes; `usage` for a file
 * of another kind.
 */
export async function loadReasons(
  path: string,
  {
    cwd,
    stdin,
    language,
  }: {
    readonly cwd: string;
    readonly stdin: AsyncIterable<Uint8Array>;
    readonly language?: string | undefined;
  },
): Promise<LoadedReasons> {
  const { parseReasons } = await import('../design/parse-reasons.ts');
  const source = await readSource(path, cwd, stdin);
  const { table, findings } = parseReasons(source, language);
  if (table === undefined) {
    const errors = findings.filter(({ severity }) => severity === 'error');
    throw (
      (await otherKind(source, fileKinds.reasons)) ?? brokenFile(errors.slice(0, mostTold), path)
    );
  }
  return { table, warnings: findings };
}
