import type { Path } from '../source/tree.ts';
import type { Directory } from './directory.ts';
import type { DirectoryProblem } from './directory-finding.ts';

const range = String.raw`\d{1,2}:\d{2}\s?-\s?\d{1,2}:\d{2}`;
const rangeList = new RegExp(`${range}(?:\\s?,\\s?${range})+`, 'g');

/** The first two ranges of one list that overlap, such as `08:00-12:00,11:00-17:00`. */
function overlapIn(list: string): readonly [string, string] | undefined {
  const ranges = list
    .split(',')
    .map((text) => {
      const [from = 0, to = 0] = text.split('-').map((clock) => {
        const [hours = 0, minutes = 0] = clock.split(':').map(Number);
        return hours * 60 + minutes;
      });
      return { text: text.trim(), from, to: to <= from ? to + 1440 : to };
    })
    .sort((a, b) => a.from - b.from);
  for (const [index, { text, to }] of ranges.entries()) {
    const next = ranges[index + 1];
    if (next !== undefined && next.from < to) return [text, next.text];
  }
  return undefined;
}

/** Ranges of one day that overlap: one of the two was probably meant to be another time. */
export function checkOverlaps(directory: Directory): readonly DirectoryProblem[] {
  const texts: readonly { readonly at: Path; readonly hours: string }[] = [
    ...Object.entries(directory.calendars).flatMap(([id, { hours, exceptions = [] }]) => [
      { at: ['calendars', id, 'hours'], hours },
      ...exceptions.map((exception, index) => ({
        at: ['calendars', id, 'exceptions', index, 'hours'],
        hours: exception.hours,
      })),
    ]),
    ...directory.staffing.map(({ hours }, index) => ({ at: ['staffing', index, 'hours'], hours })),
  ];
  return texts.flatMap(({ at, hours }) =>
    [...hours.matchAll(rangeList)].flatMap(([list]): readonly DirectoryProblem[] => {
      const overlap = overlapIn(list);
      if (overlap === undefined) return [];
      const [one, other] = overlap;
      return [
        {
          ruleId: 'overlapping-hours',
          severity: 'warning',
          message: `The hours ${one} and ${other} of one day overlap; both count.`,
          help: 'Let every minute belong to one of them; perhaps another time was meant.',
          data: { hours },
          at,
        },
      ];
    }),
  );
}
