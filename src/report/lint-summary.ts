import type { LintSummary } from '../lint/lint-result.ts';
import { plain, type Paint } from './paint.ts';
import { plural } from './plural.ts';

/** What was read and how much was found, on one line: `1 file, 2 nodes: 3 errors`. */
export function lintSummary(
  { files, nodes, errors, warnings, infos }: LintSummary,
  paint: Paint = plain,
): string {
  const counts = [
    ...(errors > 0 ? [paint.red(plural(errors, 'error'))] : []),
    ...(warnings > 0 ? [paint.yellow(plural(warnings, 'warning'))] : []),
    ...(infos > 0 ? [paint.blue(plural(infos, 'info'))] : []),
  ];
  const found = counts.length === 0 ? paint.green('nothing to find fault with') : counts.join(', ');
  return `${plural(files, 'file')}, ${plural(nodes, 'node')}: ${found}`;
}
