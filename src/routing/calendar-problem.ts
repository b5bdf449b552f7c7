import type { Path } from '../source/tree.ts';
import type { DirectoryProblem } from './directory-finding.ts';
import { namesHolidays, type CalendarProblem } from './read-calendar.ts';

const syntaxHelp =
  'Write hours like "Mo-Fr 08:00-20:00; Sa 09:00-13:00; PH off" (the opening_hours syntax of OpenStreetMap), "24/7" or "off".';

/** Hours that can't be read; `reason` is the reader's. */
export function invalidHours(message: string, reason: string, at: Path): DirectoryProblem {
  return {
    ruleId: 'invalid-hours',
    severity: 'error',
    message: `${message}: ${reason.replace(/[.\s]+$/, '')}.`,
    help: syntaxHelp,
    data: { reason },
    at,
  };
}

/** Says what it means for callers that a part of a calendar can't be read. */
export function calendarProblem(
  id: string,
  hours: string,
  { path, kind, reason }: CalendarProblem,
): readonly DirectoryProblem[] {
  const lost = namesHolidays(hours);
  const about = { at: path, severity: lost ? ('error' as const) : ('warning' as const) };
  const so = lost
    ? `so the hours of "${id}", which name them, can't be read, and it counts as closed`
    : `so "${id}" is open on them like on any other day`;
  const help = 'Write the holidays as exceptions.';
  switch (kind) {
    case 'zone':
      // Said by checkZones, for every zone of the directory.
      return [];
    case 'hours':
      return [
        invalidHours(
          `The hours of "${id}" can't be read, so they count as closed at all times`,
          reason,
          path,
        ),
      ];
    case 'no-country':
      return [
        {
          ...about,
          ruleId: 'unknown-country',
          message: `No public holidays are known for the country "${reason}", ${so}.`,
          help: `${help} A country is an ISO 3166 code such as GR.`,
          data: { calendar: id, country: reason },
        },
      ];
    case 'needs-region':
      return [
        {
          ...about,
          ruleId: 'region-needed',
          message: `The public holidays of "${reason}" differ by region and no region is given, ${so}.`,
          help: 'Add a region: an ISO 3166-2 code such as GB-ENG.',
          data: { calendar: id, country: reason },
        },
      ];
    case 'no-region':
      return [
        {
          ...about,
          severity: 'warning',
          ruleId: 'unknown-region',
          message: `No holidays of the region "${reason}" are known, so days that only this region has off count as working days.`,
          help: 'Correct the region (an ISO 3166-2 code such as DE-BY), or write its own holidays as exceptions.',
          data: { calendar: id, region: reason },
        },
      ];
  }
}
