import { printable } from '../source/code-frame.ts';
import type { Finding } from '../source/finding.ts';
import { diffToText } from './diff-text.ts';
import { plain, type Paint } from './paint.ts';
import { plural } from '../source/plural.ts';

/** A file before and after its findings were mended. */
export interface MendedFile {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  readonly fixed: readonly Finding[];
}

/** What was mended, or would be, in words, for people. */
export interface MendedFiles {
  readonly files: readonly MendedFile[];
  readonly foreign: readonly string[];
  readonly unwritable: readonly string[];
}

function fixesOf(fixed: readonly Finding[]): readonly string[] {
  return fixed.map(({ ruleId, fix }) => `  ${printable(fix?.description ?? '')} (${ruleId})`);
}

/**
 * Tells what became of files, one line a fix. With `isDryRun` it tells what would become of them and
 * shows the lines that would change.
 */
export function fixToText(
  { files, foreign, unwritable }: MendedFiles,
  isDryRun: boolean,
  paint: Paint = plain,
): string {
  const parts = files.map(({ path, before, after, fixed }) => {
    const head = `${isDryRun ? 'Would fix' : 'Fixed'} ${plural(fixed.length, 'finding')} in ${printable(path)}`;
    const diff = isDryRun ? [diffToText(before, after, paint).trimEnd()] : [];
    return [paint.bold(head), ...fixesOf(fixed), ...diff, ''];
  });
  const notes = [
    ...(files.length === 0 ? [`Nothing ${isDryRun ? 'would be' : 'was'} fixed.`] : []),
    ...unwritable.map(
      (path) => `${printable(path)} is left alone: it is not UTF-8, or has changed meanwhile.`,
    ),
    ...foreign.map(
      (path) => `${printable(path)} is left alone: only ivrkit's own YAML and JSON are fixed.`,
    ),
  ];
  return [...parts.flat(), ...notes, ''].join('\n').replace(/\n+$/, '\n');
}
