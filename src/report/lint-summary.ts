import type { LintSummary } from '../lint/lint-result.ts';
import { plain, type Paint } from './paint.ts';
import { plural } from '../source/plural.ts';

/** What is known and not told, in brackets: ` (2 suppressed, 5 in the baseline)`. */
function hiddenCounts({ suppressed, baselined }: LintSummary, paint: Paint): string {
  const counts = [
    ...(suppressed > 0 ? [`${suppressed} suppressed`] : []),
    ...(baselined > 0 ? [`${baselined} in the baseline`] : []),
  ];
  return counts.length === 0 ? '' : paint.dim(` (${counts.join(', ')})`);
}

/** What was read and how much was found, on one line: `1 file, 2 nodes: 3 errors`. */
export function lintSummary(summary: LintSummary, paint: Paint = plain): string {
  const { files, nodes, errors, warnings, infos } = summary;
  const counts = [
    ...(errors > 0 ? [paint.red(plural(errors, 'error'))] : []),
    ...(warnings > 0 ? [paint.yellow(plural(warnings, 'warning'))] : []),
    ...(infos > 0 ? [paint.blue(plural(infos, 'info'))] : []),
  ];
  const found = counts.length === 0 ? paint.green('no problems found') : counts.join(', ');
  return `${plural(files, 'file')}, ${plural(nodes, 'node')}: ${found}${hiddenCounts(summary, paint)}`;
}
