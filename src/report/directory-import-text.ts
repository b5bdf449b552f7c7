import type { ImportedDirectory } from '../import/directory/import-directory.ts';
import type { Place } from '../source/source.ts';
import { printable } from '../source/code-frame.ts';
import { plural } from '../source/plural.ts';

/** More skipped files than this are counted and not named. */
const mostNamed = 5;

const placed = ({ path, start }: Place, message: string): string =>
  `${path}:${start.line}:${start.column}: ${message}`;

/** What became of vendors' files that tell of queues, for people: a few lines that add up. */
export function directoryImportToText({ report, findings, skipped }: ImportedDirectory): string {
  const { files, queues, calendars, numbers, settings, used, notes } = report;
  const left = Object.entries(report.left);
  const leftSum = left.reduce((sum, [, count]) => sum + count, 0);
  const parts = [
    plural(queues, 'queue'),
    plural(calendars, 'calendar'),
    ...(numbers === 0 ? [] : [plural(numbers, 'outside number')]),
  ];
  const named = skipped.slice(0, mostNamed).map(({ path }) => path);
  const more = skipped.length > mostNamed ? ` and ${skipped.length - mostNamed} more` : '';
  const lines = [
    `${plural(files, 'file')} became ${parts.join(', ')}.`,
    `${plural(settings, 'setting')} read = ${used} used + ${leftSum} left.`,
    ...(left.length === 0
      ? []
      : [`Left: ${left.map(([name, count]) => `${printable(name)} (${count})`).join(', ')}.`]),
    ...(skipped.length === 0
      ? []
      : [`Skipped, because they describe no queues: ${named.join(', ')}${more}.`]),
    ...findings.map(({ severity, at, message }) => placed(at, `${severity}: ${message}`)),
    ...notes.map(({ at, message }) => placed(at, message)),
  ];
  return `${lines.join('\n')}\n`;
}
